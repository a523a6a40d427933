/** Where everybody reads the results of a project that has opened them. */
export const resultsAddress = (projectKey: string): string => `/results/${encodeURIComponent(projectKey)}`
