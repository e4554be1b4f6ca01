export const SurveyEditor = (_: { route: object }) => null;
