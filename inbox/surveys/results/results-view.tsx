export const SurveyResults = (_: { id: string; range: string }) => null;
