import { z } from 'zod'
import { evidenceSubjects } from '@/lib/evidence/model'
import { optionalText } from '@/lib/values/form-fields'

/** Only addresses a reader can open; never script: or data:. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
}

export const evidenceLabel = z.string().trim().min(1, 'evidence.error.label').max(300, 'evidence.error.labelTooLong')
export const evidenceUrl = z.string().trim().max(2000, 'evidence.error.url').refine(isWebAddress, 'evidence.error.url')

const note = optionalText(2000, 'evidence.error.noteTooLong')

export const subjectSchema = z.object({ kind: z.enum(evidenceSubjects), id: z.uuid() })

/** The project's key only leads back to the page; what is written goes by the subject. */
const place = { kind: z.enum(evidenceSubjects), id: z.uuid(), project: z.string().max(100) }

export const keepLinkSchema = z.object({ ...place, label: evidenceLabel, url: evidenceUrl, note })
export const keepFileSchema = z.object({ ...place, label: z.string().max(300), note })
export const removeKeptSchema = z.object({ ...place, evidenceId: z.uuid() })
