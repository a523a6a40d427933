import { cache } from 'react'
import { listProjects } from '@/lib/projects/queries'

/** The viewer's projects, read once per request: the shell lists them and each page finds its own among them. */
export const projectsOf = cache(listProjects)
