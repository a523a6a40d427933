import { z } from 'zod'

/** Where the person is, so that the answer can lead back there. */
export const projectField = z.string().max(100)

/** The same without it where a command is called by the product itself: it is nothing that is stored. */
export type Placed<T extends { project: string }> = Omit<T, 'project'> & { project?: string }

/** Where the person is, and the project that is changed. */
export const projectPlace = { project: projectField, projectId: z.uuid() }

/** The state of the row that the person saw. */
export const versionField = z.coerce.number().int().positive()

/** An address that a reader can open; never script: or data:. Nothing written comes out as null. */
export const optionalAddress = z
  .string()
  .trim()
  .max(2000, 'projects.error.address')
  .refine((text) => text === '' || isWebAddress(text), 'projects.error.address')
  .transform((text) => text || null)

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
}
