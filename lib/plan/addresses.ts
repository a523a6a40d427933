import { projectAddress } from '@/lib/projects/addresses'

export const planAddress = (projectKey: string): string => `${projectAddress(projectKey)}/plan`

/** One part of the plan with its schedule, and where its marks are written. */
export const partAddress = (projectKey: string, partId: string): string => `${planAddress(projectKey)}/${partId}`
export const cellsAddress = (projectKey: string, partId: string): string => `${partAddress(projectKey, partId)}/edit`

/** Where one column of a part's schedule is written; `new` begins another one. */
export const columnAddress = (projectKey: string, partId: string, columnId: string | 'new'): string =>
  `${partAddress(projectKey, partId)}/columns/${columnId}`

/** Rows of the plan that have a page of their own for writing. */
export type PlanList = 'person-months' | 'maturity' | 'dependencies' | 'links'

/** Where one row of a list is written; `new` begins another one. */
export const planRowAddress = (projectKey: string, list: PlanList, rowId: string | 'new'): string =>
  `${planAddress(projectKey)}/${list}/${rowId}`

/** The plan as a document, and what has changed between its versions. */
export const planDocumentAddress = (projectKey: string): string => `${planAddress(projectKey)}/document`
export const planDifferencesAddress = (projectKey: string): string => `${planDocumentAddress(projectKey)}/changes`
/** The plan as a file; the query says which version, or which two. */
export const planFileAddress = (projectKey: string, format: 'pdf' | 'docx'): string =>
  `/api/projects/${encodeURIComponent(projectKey)}/plan/${format}`

/** The pages where the structure of a project is kept; `new` instead of an id adds a row. */
export const structureAddress = (project: string): string => `${projectAddress(project)}/structure`
export const structurePartAddress = (
  project: string,
  list: 'levels' | 'investments' | 'units',
  id: string = 'new',
): string => `${structureAddress(project)}/${list}/${id}`
