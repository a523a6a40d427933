export const packagesAddress = '/admin/packages'
/** Where a package is sent to. */
export const uploadFileAddress = '/api/packages'

/** What a package that was sent would come to; `key` gives the project another key. */
export function uploadAddress(id: string, key: string | null = null): string {
  return `${packagesAddress}/${id}${key === null ? '' : `?key=${encodeURIComponent(key)}`}`
}

/** The package of a project as a file. */
export function packageFileAddress(project: string): string {
  return `/api/projects/${encodeURIComponent(project)}/package`
}

/** The county's projects, and where a new one is made. */
export const projectsOfCountyAddress = '/admin/projects'
export const newProjectAddress = `${projectsOfCountyAddress}/new`
