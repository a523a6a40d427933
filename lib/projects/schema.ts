import { z } from 'zod'

/** Where the person is, so that the answer can lead back there, and what is changed. */
export const projectPlace = { project: z.string().max(100), projectId: z.uuid() }

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
