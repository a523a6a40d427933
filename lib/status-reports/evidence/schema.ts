import { z } from 'zod'
import { reportPlace } from '@/lib/status-reports/schema'

/** Only addresses a reader can open; never script: or data:. */
function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
}

const place = { reportId: z.uuid(), ...reportPlace }

const label = z.string().trim().min(1, 'evidence.error.label').max(300, 'evidence.error.labelTooLong')

export const linkSchema = z.object({
  ...place,
  label,
  url: z.string().trim().max(2000, 'evidence.error.url').refine(isWebAddress, 'evidence.error.url'),
})

export const removeEvidenceSchema = z.object({ ...place, evidenceId: z.uuid() })
