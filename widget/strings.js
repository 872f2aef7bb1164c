// Every word that a visitor sees or hears. `{n}` and the like are filled in.
//
// This file is English; strings.de.js holds the same names in German, and a further language is one more
// such file, named in build.cmake. Each language gets a joined file of its own.

/** What the launcher says where the page wraps no link; build.cmake writes it into the first file. */
export const ask = 'Ask us';

/** The language of this file, as HTML names it. */
export const language = 'en';

export const title = 'Your questions';
export const subtitle = 'Answers from the clinic’s own texts';
export const greeting = 'Hello. What would you like to know?';
export const opening = 'People often ask';
export const close = 'Close';
export const menu = 'More options';
export const copy = 'Copy conversation';
export const copied = 'Copied.';
export const print = 'Print conversation';
export const restart = 'Start again';
export const leave = 'Leave a message';
export const log = 'Conversation';
export const input = 'Your question';
export const send = 'Send';
export const found = '{n} matching questions. Use the arrow keys to choose.';
export const you = 'You asked:';
export const reply = 'Answer:';
export const waiting = 'Looking for the answer …';
export const more = 'More about this';
export const sources = 'Sources';
export const reviewed = 'Reviewed {date}';
export const day = '{d} {m} {y}';
export const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec';
export const next = 'You could also ask';
export const which = 'Which of these do you mean?';
export const none = 'None of these';
export const urgent = 'Please get help now';
export const helpful = 'Did this help?';
export const yes = 'Yes';
export const no = 'No';
export const thanks = 'Thank you for telling us.';
export const comment = 'What could be better? Please leave out names and numbers.';
export const footer = 'General information, not a diagnosis. Not for emergencies.';
export const privacy = 'Privacy';
// Before anything leaves the browser.
export const noticed = 'Your question seems to hold {what}. It is not needed for an answer.';
export const email = 'an e-mail address';
export const birth = 'a date of birth';
export const number = 'a phone or ID number';
export const and = 'and';
export const without = 'Send without it';
export const withIt = 'Send as it is';
export const edit = 'Change it';
export const willSend = 'Without it:';
// When something is wrong on the way.
export const offline = 'You seem to be offline. Your question is kept and will be sent when you are back.';
export const busy = 'We are getting many questions just now. Trying again in {n} seconds …';
export const retrying = 'No answer yet. Trying again …';
export const down = 'We cannot answer at the moment. Your question is kept.';
export const refused = 'This could not be sent. If it is very long, please shorten it.';
export const again = 'Try again';
export const plain = 'Open the plain page';
// The message for the front desk.
export const formTitle = 'Leave a message for the front desk';
export const formIntro = 'A person will read it and get back to you.';
export const name = 'Your name';
export const contact = 'Phone number or e-mail address';
export const message = 'Your message';
export const consent = 'I agree that {clinic} keeps these details to answer me.';
export const consentClinic = 'the clinic';
export const cancel = 'Cancel';
export const missing = 'This is needed to answer you.';
export const formDone = 'Thank you. Your message is with the front desk. Your reference: {ref}';
export const failed = 'That could not be sent. Please try again.';
// The copied and the printed conversation.
export const transcript = 'Conversation of {date}';
export const figureLayers = 'The layers from outside to inside: skin, superficial fascia with fat, deep fascia, muscle.';
export const figureTrigger = 'An example: a trigger point at the top of the shoulder (dot) can be felt up the neck and at the temple (shaded).';
