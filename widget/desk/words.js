// Every word of the front desk that a page builds. `{n}` and the like are filled in.

export const desk = 'Front desk';
export const rooms = { answer: 'Answer', inbox: 'Inbox', unanswered: 'Unanswered', knowledge: 'Knowledge', figures: 'Figures', account: 'Account' };
export const close = 'Close';
export const cancel = 'Cancel';
export const more = 'Show more';
export const all = 'All';
export const you = 'you';
export const somebody = 'somebody';
export const copied = 'Copied.';
export const fresh = ' new';

// Signing in.
export const signIn = 'Sign in';
export const name = 'Your name';
export const password = 'Password';
export const showPassword = 'Show the password';
export const bothNeeded = 'Please type your name and your password.';
export const wrongPassword = 'That name and password do not go together. Please check both and try again.';
export const signInAgain = 'Please sign in again';
export const signInAgainText = 'Your session has ended. What you typed is still here, and you go on where you were.';

// When something is wrong on the way.
export const offline = 'You are offline. What you typed stays here; it goes on by itself once you are back.';
export const unreachable = 'The service does not answer. What you typed stays here. Please try again in a moment.';
export const signedOut = 'You are signed out. What you typed is still here: sign in to go on.';
export const notAllowed = 'Your account may not do this. Please ask an editor.';
export const gone = 'This is no longer here. Somebody may have removed it; go back to the list.';
export const tooLong = 'This is too long. Please shorten it and try again.';
export const tooMany = 'Too many tries in a row. Please wait a little, then try again.';
export const broken = 'Something went wrong on our side. Nothing you typed is lost. Please try again.';
export const notCopied = 'The browser did not let us copy. Select the text and press Ctrl C.';

// Times.
export const justNow = 'just now';
export const minutesAgo = '{n} min ago';
export const today = 'today, {time}';
export const yesterday = 'yesterday, {time}';

// Answer.
export const box = 'What do they want to know?';
export const boxExample = 'A few words, or a whole e-mail';
export const boxKeys = 'Arrow keys choose, Enter copies.';
export const boxHint = 'Nothing typed here is kept.';
export const clear = 'Clear';
export const matches = 'Answers';
export const otherAnswers = 'Answers that fit';
export const answersUsed = 'Answers for this letter';
export const found = '{n} answers. First: {first}';
export const foundLetter = 'A letter with {n} questions. A draft reply is ready.';
export const nothing = 'No answer fits yet';
export const nothingHint = 'Try fewer or other words: “price”, “pregnant”, “how long”.';
export const startTitle = 'The phone rings? Just type.';
export const startLines = [
  'Two words are enough: the answer is there before the sentence is finished.',
  'Paste a whole e-mail and get a draft reply to check and send.',
  'What only staff should know stands here and nowhere else.',
];
export const startTries = ['does it hurt', 'pregnant', 'what to wear', 'how many sessions'];
export const urgent = 'This may be urgent. Say this first:';
export const hint = 'For you alone';
export const phone = 'Say on the phone';
export const email = 'Write in an e-mail';
export const publicAnswer = 'The published answer';
export const copyAnswer = 'Copy answer';
export const copyEmail = 'Copy for e-mail';
export const copiedAnswer = 'Copied: {title}';
export const copiedEmail = 'Copied the paragraph for an e-mail.';
export const reviewed = 'Reviewed {date}';
export const sources = 'Sources';
export const publicPage = 'Page for visitors';
export const editTopic = 'Open in Knowledge';

// A letter and its draft.
export const letter = 'Letter and reply';
export const questionsFound = 'Questions found';
export const answeredBy = 'answered: {title}';
export const forYou = 'for you to answer';
export const draft = 'Draft reply';
export const draftHint = 'Read it through and change what you like before it goes out.';
export const copyText = 'Copy as text';
export const copyRich = 'Copy with formatting';
export const openMail = 'Open in mail program';
export const startAgain = 'Back to the suggestion';
export const restored = 'The suggested reply is back.';
export const copiedDraft = 'Draft copied.';
export const copiedWithGaps = 'Draft copied. {n} places in [brackets] still wait for you.';
export const gaps = 'Still to fill in, in [brackets]: {n}';
export const mailTooLong = 'The reply is too long to hand over. It was copied: paste it into the e-mail.';
export const mailTooLongNoCopy = 'The reply is too long to hand over. Copy it and paste it into the e-mail.';
export const replySubject = 'Your questions';
export const enquirySubject = 'Your enquiry {reference}';

// Inbox.
export const alerts = 'Tell me of new ones: a sound, and a number in the tab';
export const enquiries = 'Enquiries';
export const state = 'State';
/** @type {Record<string, string>} */
export const states = { new: 'New', taken: 'Taken', answered: 'Answered', closed: 'Closed', all: 'All' };
/** @type {Record<string, string>} */
export const stateBy = { taken: 'Taken by {name}', answered: 'Answered by {name}', closed: 'Closed by {name}' };
/** @type {Record<string, string>} */
export const isState = { taken: '{name} has this in hand.', answered: '{name} answered this.', closed: '{name} closed this.' };
/** @type {Record<string, string>} */
export const isMine = { taken: 'You have this in hand.', answered: 'You answered this.', closed: 'You closed this.' };
export const isNew = 'Nobody has taken this yet.';
export const search = 'Search';
export const onlyMine = 'Only mine';
export const partner = 'Page';
export const shown = '{n} enquiries shown';
export const inboxClear = 'Nothing new';
export const inboxClearHint = 'Every enquiry is in somebody’s hands. New ones appear here by themselves.';
export const noneFound = 'Nothing found';
export const noneFoundHint = 'Try other words, or take a filter away.';
export const chooseOne = 'Choose an enquiry';
export const chooseOneHint = 'Press J and K to go through them.';
export const noName = 'No name given';
export const looking = '{names} is looking';
export const alsoLooking = 'Also looking at this now: {names}';
export const backToList = 'All enquiries';
export const from = 'through {partner}';
export const take = 'Take it';
export const takeOver = 'Take over';
export const takeOverText = '{name} has this in hand. Take it over only if you have agreed on it.';
export const answered = 'Mark as answered';
export const release = 'Give it back';
export const closeIt = 'Close';
export const reopen = 'Open again';
/** @type {Record<string, string>} */
export const movedTo = { new: 'Given back: it is new again.', taken: 'It is yours now.', answered: 'Marked as answered.', closed: 'Closed.' };
export const faster = 'Somebody was faster';
export const fasterHint = 'Nothing of yours is lost: your draft and your notes are still here. The page now shows how things stand.';
export const message = 'Message';
export const conversation = 'Conversation before it';
export const conversationBefore = 'What they asked the chat before ({n})';
export const wordsNotKept = '(not kept)';
export const wasShown = 'Was shown: {titles}';
export const notes = 'Notes';
export const noteLabel = 'Add a note';
export const noteHint = 'For the team alone; it is never sent.';
export const addNote = 'Add note';
export const draftSaved = 'Draft saved.';
export const draftNotSaved = 'The draft is not saved yet.';
export const draftBy = 'Draft by {name}, {time}';
export const draftElsewhere = '{name} is changing this draft too. Please agree on who answers.';
export const copyWhole = 'Copy everything';
export const printWhole = 'Print';
/** @type {Record<string, string>} */
export const kinds = { answer: 'Answered', clarify: 'Asked back', unknown: 'Not known', urgent: 'Urgent' };

// Unanswered.
export const unansweredLead = 'What visitors asked and got no good answer to, most frequent first. Teach the bot, write a new topic, or dismiss it.';
export const unansweredLeadStaff = 'What visitors asked and got no good answer to, most frequent first. Editors can teach the bot; you can dismiss what needs no answer.';
export const times = 'times';
export const once = 'time';
/** @type {Record<string, string>} */
export const why = { unknown: 'not known', 'none-of-these': 'none of the choices', 'not-helpful': 'not helpful' };
export const alike = 'Other wordings ({n})';
export const teach = 'Teach';
export const newTopic = 'New topic';
export const dismiss = 'Dismiss';
export const dismissText = '“{wording}” and the wordings like it leave this list. If visitors ask again, they come back.';
/** @type {Record<string, string>} */
export const handled = { taught: 'Taught', 'new topic': 'New topic', dismissed: 'Dismissed' };
export const handledFor = '{how}: {title}';
export const handledLately = 'Handled lately ({n})';
export const putBack = 'Put back';
export const isBack = 'It is back on the list.';
export const dismissed = 'Dismissed.';
export const allAnswered = 'All answered';
export const allAnsweredHint = 'When a visitor’s question finds no answer, it waits here for you.';
export const teachWordings = 'These wordings';
export const pickWording = 'Please tick at least one wording.';
export const topicSearch = 'belong to the topic';
export const topicSearchHint = 'Type to search, choose with the arrow keys and Enter.';
export const fitting = '{n} topics fit';
export const seeReview = 'See what would change';
export const taught = 'Taught. The bot now answers this with “{title}”.';
export const topicTitle = 'Title, as a question';
export const topicGroup = 'Group';
export const topicName = 'Short name';
export const topicNameHint = 'Small letters, figures and hyphens.';
export const startDraft = 'Start the draft';

// The review.
export const mayPublish = 'This can be published.';
export const mayNotPublish = 'This cannot be published yet. Mend what is listed here first.';
export const problems = 'Mistakes';
export const warnings = 'Worth a look';
export const brokenTests = 'Questions that must keep their answer, but would lose it';
export const expectedNow = 'Must be answered by: {expected}. Would be: {after}.';
export const staleFiles = 'Changed meanwhile';
export const staleFile = '{file} was changed by somebody else since you opened it.';
export const changedAnswers = 'Answers that would change ({n})';
export const nothingChanges = 'No recorded question gets another answer.';
export const fileLine = '{file}, line {line}:';
export const line = 'Line {line}:';
export const before = 'Now';
export const after = 'Afterwards';
export const differences = 'What differs';
export const lineGone = 'taken out: ';
export const lineCome = 'put in: ';

// Knowledge.
export const topics = 'Topics';
export const topic = 'Topic';
export const allTopics = 'All topics';
export const searchTopics = 'Find a topic';
export const topicCount = '{n} topics. Knowledge version {version}';
export const overdue = 'Review is overdue';
export const unpublished = 'Changed here, not published yet';
export const otherFiles = 'Other files';
export const wordings = '{n} wordings';
export const oneWording = '1 wording';
export const wasDue = 'was due {date}';
export const edit = 'Edit';
export const views = 'View';
export const fields = 'As a form';
export const wholeFile = 'Whole file';
export const onlyWhole = 'This is written in a way that can only be changed in the whole file.';
export const readOnly = 'You can read this. Editors can change it.';
export const notPublished = 'Changed, not published.';
export const asPublished = 'As published.';
export const topicFields = {
  title: { label: 'Title' },
  questions: { label: 'How people ask', hint: 'One wording a line. Many and varied ones help the bot.' },
  answer: { label: 'Answer', hint: 'The first paragraph is the short answer. Leave an empty line between paragraphs; start list lines with a hyphen.' },
  'staff.phone': { label: 'Say on the phone', hint: 'Only staff see this and the next two.' },
  'staff.email': { label: 'Write in an e-mail' },
  'staff.hint': { label: 'For staff alone' },
  see_also: { label: 'See also', hint: 'Topics, with commas between them.' },
  sources: { label: 'Sources', hint: 'Names from sources.yaml, with commas between them.' },
  reviewed: { label: 'Reviewed on' },
  review_by: { label: 'Review again by' },
};
export const preview = 'Preview';
export const grade = 'Reading level: school year {grade}. {words} words.';
export const oneHard = '1 sentence is hard to read';
export const hardSentences = '{n} sentences are hard to read';
export const longSentence = '{n} words: try two sentences.';
export const hardWords = 'Long words: try simpler ones.';
export const showSentence = 'Show';
export const showLine = 'Show the line';
export const tryTitle = 'Try it';
export const tryLabel = 'What would it answer to';
export const tryIt = 'Try';
export const tryMendFirst = 'Mend the mistakes first; then it can be tried.';
export const trySame = 'Your edit does not change this answer.';
export const answersNow = 'Now';
export const answersAfter = 'After your edit';
export const review = 'Review and publish';
export const discard = 'Discard changes';
export const discardText = 'Your changes to this file go away, and it is again as published.';
export const goOnEditing = 'Go on editing';
export const publish = 'Publish';
export const publishNote = 'What did you change?';
export const publishNoteHint = 'A few words for the history.';
export const published = 'Published. The bot answers with it now.';
export const staleTitle = 'Somebody changed this file meanwhile';
export const staleText = 'Below: what their version has (taken out) and what yours has (put in). Choose the one to go on with; nothing is published yet.';
export const keepMine = 'Go on with mine';
export const takeTheirs = 'Go on with theirs';
export const history = 'History';
export const publicationBy = 'No. {n}, {name}';
export const fileCount = 'files: {n}';
export const versionIs = 'Knowledge version {version}';
export const noHistory = 'Nothing published here yet';
export const noHistoryHint = 'What you publish is listed here, and can be undone.';
export const undo = 'Undo this change';
export const undoText = '“{note}” is taken back: the files become as they were before it.';
export const undone = 'Undone. The bot answers as before.';
export const undoStopped = 'This cannot be undone by itself';
export const undoStale = 'A file has been changed since then. Open it and change it by hand.';
export const older = 'Ask an older version';
export const olderLead = 'What did we answer then? Every reply names the knowledge version that gave it.';
export const whichVersion = 'Version';
export const onDay = 'Or a day';
export const onDayHint = 'What answered at the end of it.';
export const exactVersion = 'Or its name';
export const exactVersionHint = 'As it stood in the reply, if it is not in the list.';
export const currentVersion = 'The current one';
export const question = 'Question';
export const askOlder = 'Ask';
export const answeredThen = 'Version {version} answers';

// Figures.
export const csv = 'Download as CSV';
export const range = 'Range';
/** @type {[number, string][]} */
export const ranges = [[7, '7 days'], [30, '30 days'], [90, '90 days']];
export const fromDay = 'From';
export const toDay = 'To';
export const rangeTurned = 'The first day is after the last. Please change one of them.';
export const nobodyNamed = 'Counts only: no visitor can be recognised here.';
export const noFigures = 'No questions in these days';
export const noFiguresHint = 'Choose a longer range, or another page under “Page”.';
export const asked = 'Questions';
export const ofAll = '{n} questions';
export const foundHelpful = 'Found helpful';
export const ofVotes = 'of {n} votes';
export const perDay = 'Questions per day';
export const perDaySummary = 'Bars: {n} questions in {days} days, by kind of reply. The numbers are in the table below.';
export const topTopics = 'Most asked topics';
export const helpful = 'Helpful';
export const unhelpful = 'Not helpful';
export const busyHours = 'Busiest hours';
export const busyHoursSummary = 'Bars: questions by hour of the day. The numbers are in the table below.';
export const busyDays = 'Busiest days';
export const busyDaysSummary = 'Bars: questions by day of the week. The numbers are in the table below.';
export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
export const byPartner = 'By page';
export const ownPage = 'The clinic’s own page';
export const questions = 'Questions';
export const day = 'Day';
export const hour = 'Hour';
export const weekday = 'Day of the week';
export const asTable = 'As a table';
export const partnerPages = 'Partners’ own pages';
export const partnerPagesText = 'A partner with a link sees how often its own visitors asked about which topic, month by month. Counts under 5 are hidden, and nobody’s words are shown.';
export const linkMake = 'Make a link';
export const linkAgain = 'Make a new link';
export const linkAgainText = 'The link that {name} has now stops working.';
export const linkEnd = 'End the link';
export const linkEndText = '{name} can no longer see its figures.';
export const linkEnded = 'The link has ended.';
export const linkNone = 'No link';
export const linkMade = 'Link made by {name}, {date}';
export const linkFor = 'A link for {name}';
export const linkOnce = 'Send this address to your partner. It is shown only now; if it gets lost, make a new one.';
export const linkAddress = 'Address';
export const copyLink = 'Copy the address';

// Account.
/** @type {Record<string, string>} */
export const roles = { staff: 'Staff', editor: 'Editor: may change the knowledge' };
export const signOut = 'Sign out';
export const signOutText = 'At a shared computer, sign out when you leave.';
export const signOutHere = 'Sign out here';
export const signOutEverywhere = 'Sign out everywhere';
export const currentPassword = 'Current password';
export const newPassword = 'New password';
export const newPasswordHint = 'At least 10 characters; a few words in a row are easy to remember.';
export const changePassword = 'Change password';
export const passwordChanged = 'Password changed. All other sessions have ended.';
export const keysText = 'The whole list opens with the question mark.';
export const erase = 'Erase a person';
export const eraseText = 'Removes all enquiries with this phone number or e-mail address, and the wordings that hold it. It cannot be undone.';
export const eraseContact = 'Phone number or e-mail address';
export const eraseHint = 'As they wrote it.';
export const eraseSure = 'Everything kept about {contact} goes away for good.';
export const erased = 'Erased: {enquiries} enquiries, {wordings} wordings.';
export const audit = 'What was done here';
export const auditColumns = ['When', 'Who', 'What', 'On'];

// Keys.
export const keys = 'Keys';
export const keysSwitch = 'Single keys act (/, ?, G, J, K)';
export const everywhere = 'Everywhere';
export const keyBox = 'to the box';
export const keyList = 'this list';
export const keyBack = 'leave the box, then go back';
export const keyNextAnswer = 'next answer';
export const keyPreviousAnswer = 'the one before';
export const keyCopy = 'copy the answer';
export const keyCopyForEmail = 'copy the e-mail paragraph';
export const keyNewLine = 'a new line';
export const keyCopyDraft = 'copy the draft';
export const keyNext = 'next enquiry';
export const keyPrevious = 'the one before';
