/** What a survey may have at most. SQL repeats it in `private.survey_fault`; a test compares them. */
export const surveyLimits = {
  /** Characters of its name in the inbox. */
  name: 100,
  questions: 10,
  options: 12,
  /** Ways out of one question. */
  branches: 12,
  /** Characters of a question or of the thanks, in one language. */
  title: 300,
  /** Characters of an option or of the words at an end of a scale, in one language. */
  label: 100,
  /** Characters of the name by which host code and addresses know a survey, a question, an option. */
  slug: 40,
  pages: 20,
  /** Characters of one page pattern. */
  page: 300,
  /** Characters of the name of a host's event. */
  event: 100,
  audience: 10,
  /** Characters of the name or the value of a trait. */
  trait: 200,
  /** Seconds from the trigger to the card. */
  delay: 3600,
  /** Surveys that are handed to a browser at once. */
  due: 5,
} as const;
