/** Where in the portal an address is. */
export type Place = { project: string | null; section: string | null; period: string | null }

/** Reads the place from a path such as /projects/kkk2/rounds/2025-Q4?show=late. */
export function placeOf(path: string): Place {
  const [first, project, section, third] = path.split(/[?#]/)[0]?.split('/').filter(Boolean).map(decode) ?? []
  // Administration has pages side by side: admin/mail, admin/looks.
  if (first === 'admin' && project) return { project: null, section: `admin/${project}`, period: null }
  if (first !== 'projects' || !project) return { project: null, section: first ?? null, period: null }
  const hasPeriod = section === 'rounds' || section === 'steering'
  return { project, section: section ?? null, period: hasPeriod ? (third ?? null) : null }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export const projectAddress = (key: string): string => `/projects/${encodeURIComponent(key)}`
export const roundsAddress = (key: string): string => `${projectAddress(key)}/rounds`
export const roundAddress = (key: string, period: string): string => `${projectAddress(key)}/rounds/${period}`
export const steeringAddress = (key: string, period: string): string => `${projectAddress(key)}/steering/${period}`
export const finalReportAddress = (key: string): string => `${projectAddress(key)}/final-report`
export const financeAddress = (key: string): string => `${projectAddress(key)}/finance`
export const purchasesAddress = (key: string): string => `${financeAddress(key)}/purchases`
export const risksAddress = (key: string): string => `${projectAddress(key)}/risks`
export const planChangesAddress = (key: string): string => `${projectAddress(key)}/plan-changes`
export const communicationsAddress = (key: string): string => `${projectAddress(key)}/communications`
export const meetingsAddress = (key: string): string => `${projectAddress(key)}/meetings`
export const indicatorsAddress = (key: string): string => `${projectAddress(key)}/indicators`
export const indicatorAddress = (key: string, id: string): string => `${indicatorsAddress(key)}/${id}`
export const toimintamallitAddress = (key: string): string => `${projectAddress(key)}/toimintamallit`

/** Where what the project page tells is kept: its texts, documents, links, assessments, declaration. */
export const aboutAddress = (key: string, part: AboutPart | null = null): string =>
  `${projectAddress(key)}/about${part === null ? '' : `/${part}`}`
export type AboutPart = 'documents' | 'links' | 'dnsh' | 'declaration' | 'settings'

/** The file of a document, and where a new one is sent to when the id is left out. */
export const documentFileAddress = (key: string, id: string | null = null): string =>
  `/api/projects/${encodeURIComponent(key)}/documents${id === null ? '' : `/${id}`}`

/** The file of an assessment. */
export const dnshFileAddress = (key: string, id: string): string =>
  `/api/projects/${encodeURIComponent(key)}/dnsh/${id}`

export const looksAddress = '/admin/looks'
export const logoAddress = '/api/county/logo'

/** The page of the project's lists as spreadsheets. */
export const listsAddress = (key: string): string => `${projectAddress(key)}/lists`
/** One list as a file; `all` is the workbook of every list. */
export const listFileAddress = (key: string, list: string, format: string): string =>
  `/api${projectAddress(key)}/lists/${list}?format=${format}`
