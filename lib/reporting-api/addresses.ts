/** Under it stand all tables; programs are given keys for it. */
export const apiAddress = '/api/v1'
export const tableAddress = (name: string): string => `${apiAddress}/${name}`
/** The description for machines, and the one for people. */
export const openApiAddress = `${apiAddress}/openapi.json`
export const apiDocsAddress = '/api-docs'
/** Where the county's keys are kept. */
export const keysAddress = '/admin/api-keys'

/** Whether a path is one of the API's. */
export const isApi = (path: string): boolean => path === apiAddress || path.startsWith(`${apiAddress}/`)
