// Every word that a visitor sees or hears, by language. `{n}` and the like are filled in by `fill`.
// A further language is one more complete table here, and its name in build.cmake.

/** What the launcher says where the page wraps no link: all that the first file needs of this one. */
export const labels = { en: 'Ask us', de: 'Fragen Sie uns' };

/** @typedef {typeof en} Strings */

const en = {
  title: 'Your questions',
  subtitle: 'Answers written and checked by people',
  greeting: 'Hello. What would you like to know?',
  opening: 'People often ask',
  close: 'Close',
  menu: 'More options',
  copy: 'Copy conversation',
  copied: 'Copied.',
  print: 'Print conversation',
  restart: 'Start again',
  leave: 'Leave a message',
  log: 'Conversation',
  input: 'Your question',
  send: 'Send',
  found: '{n} matching questions. Use the arrow keys to choose.',
  you: 'You asked:',
  reply: 'Answer:',
  waiting: 'Looking for the answer …',
  more: 'More about this',
  sources: 'Sources',
  reviewed: 'Reviewed {date}',
  next: 'You could also ask',
  which: 'Which of these do you mean?',
  none: 'None of these',
  urgent: 'Please get help now',
  helpful: 'Did this help?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you for telling us.',
  comment: 'What could be better? Please leave out names and numbers.',
  footer: 'General information, not a diagnosis. Not for emergencies.',
  privacy: 'Privacy',
  // Before anything leaves the browser.
  noticed: 'Your question seems to hold {what}. It is not needed for an answer.',
  email: 'an e-mail address',
  birth: 'a date of birth',
  number: 'a phone or ID number',
  and: 'and',
  without: 'Send without it',
  withIt: 'Send as it is',
  edit: 'Change it',
  willSend: 'Without it:',
  // When something is wrong on the way.
  offline: 'You seem to be offline. Your question is kept and will be sent when you are back.',
  busy: 'We are getting many questions just now. Trying again in {n} seconds …',
  retrying: 'No answer yet. Trying again …',
  down: 'We cannot answer at the moment. Your question is kept.',
  refused: 'This could not be sent. If it is very long, please shorten it.',
  again: 'Try again',
  plain: 'Open the plain page',
  // The message for the front desk.
  formTitle: 'Leave a message for the front desk',
  formIntro: 'A person will read it and get back to you.',
  name: 'Your name',
  contact: 'Phone number or e-mail address',
  message: 'Your message',
  consent: 'I agree that {clinic} keeps these details to answer me.',
  consentClinic: 'the clinic',
  cancel: 'Cancel',
  missing: 'This is needed to answer you.',
  formDone: 'Thank you. Your message is with the front desk. Your reference: {ref}',
  failed: 'That could not be sent. Please try again.',
  // The copied and the printed conversation.
  transcript: 'Conversation of {date}',
  figureLayers:
    'The layers from outside to inside: skin, superficial fascia with fat, deep fascia, muscle.',
  figureTrigger:
    'An example: a trigger point at the top of the shoulder (dot) can be felt up the neck and at the temple (shaded).',
};

/** @type {Strings} */
const de = {
  title: 'Ihre Fragen',
  subtitle: 'Von Menschen geschriebene und geprüfte Antworten',
  greeting: 'Guten Tag. Was möchten Sie wissen?',
  opening: 'Oft gefragt',
  close: 'Schließen',
  menu: 'Weitere Möglichkeiten',
  copy: 'Gespräch kopieren',
  copied: 'Kopiert.',
  print: 'Gespräch drucken',
  restart: 'Neu beginnen',
  leave: 'Nachricht hinterlassen',
  log: 'Gespräch',
  input: 'Ihre Frage',
  send: 'Senden',
  found: '{n} passende Fragen. Mit den Pfeiltasten wählen.',
  you: 'Sie fragten:',
  reply: 'Antwort:',
  waiting: 'Die Antwort wird gesucht …',
  more: 'Mehr dazu',
  sources: 'Quellen',
  reviewed: 'Geprüft am {date}',
  next: 'Das könnten Sie auch fragen',
  which: 'Was davon meinen Sie?',
  none: 'Nichts davon',
  urgent: 'Bitte holen Sie jetzt Hilfe',
  helpful: 'Hat das geholfen?',
  yes: 'Ja',
  no: 'Nein',
  thanks: 'Danke für Ihre Rückmeldung.',
  comment: 'Was könnte besser sein? Bitte ohne Namen und Nummern.',
  footer: 'Allgemeine Auskunft, keine Diagnose. Nicht für Notfälle.',
  privacy: 'Datenschutz',
  noticed: 'Ihre Frage enthält wohl {what}. Für die Antwort brauchen wir das nicht.',
  email: 'eine E-Mail-Adresse',
  birth: 'ein Geburtsdatum',
  number: 'eine Telefon- oder Ausweisnummer',
  and: 'und',
  without: 'Ohne diese Angabe senden',
  withIt: 'So senden',
  edit: 'Ändern',
  willSend: 'Ohne diese Angabe:',
  offline: 'Sie sind wohl offline. Ihre Frage bleibt erhalten und wird gesendet, sobald Sie wieder online sind.',
  busy: 'Gerade kommen viele Fragen. Neuer Versuch in {n} Sekunden …',
  retrying: 'Noch keine Antwort. Neuer Versuch …',
  down: 'Wir können im Moment nicht antworten. Ihre Frage bleibt erhalten.',
  refused: 'Das ließ sich nicht senden. Wenn es sehr lang ist, kürzen Sie es bitte.',
  again: 'Noch einmal',
  plain: 'Einfache Seite öffnen',
  formTitle: 'Nachricht an den Empfang',
  formIntro: 'Ein Mensch liest sie und meldet sich bei Ihnen.',
  name: 'Ihr Name',
  contact: 'Telefonnummer oder E-Mail-Adresse',
  message: 'Ihre Nachricht',
  consent: 'Ich bin einverstanden, dass {clinic} diese Angaben speichert, um mir zu antworten.',
  consentClinic: 'die Praxis',
  cancel: 'Abbrechen',
  missing: 'Das brauchen wir für eine Antwort.',
  formDone: 'Danke. Ihre Nachricht ist beim Empfang. Ihr Zeichen: {ref}',
  failed: 'Das ließ sich nicht senden. Bitte versuchen Sie es noch einmal.',
  transcript: 'Gespräch vom {date}',
  figureLayers:
    'Die Schichten von außen nach innen: Haut, oberflächliche Faszie mit Fett, tiefe Faszie, Muskel.',
  figureTrigger:
    'Ein Beispiel: Ein Triggerpunkt oben an der Schulter (Punkt) kann im Nacken und an der Schläfe zu spüren sein (Fläche).',
};

/**
 * The words of one language, a partner's own over them.
 * @param {string} language a BCP 47 tag, as of the page
 * @param {Partial<Strings>} [own]
 * @returns {Strings}
 */
export function strings(language, own) {
  // The build makes a file for each language and names it; from the sources, unjoined, there are all.
  /* global LANGUAGE */
  const german = typeof LANGUAGE === 'string' ? LANGUAGE === 'de' : /^de/i.test(language);
  return { ...(german ? de : en), ...own };
}

/**
 * @param {string} text
 * @param {Record<string, unknown>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
}
