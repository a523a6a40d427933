/** The page of the search, with what is looked for. */
export const searchAddress = (query = ''): string => `/search${query === '' ? '' : `?q=${encodeURIComponent(query)}`}`
/** The same answer as data, for the dialog. */
export const searchDataAddress = '/api/search'
