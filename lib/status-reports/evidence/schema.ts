import { z } from 'zod'
import { evidenceLabel, evidenceUrl } from '@/lib/evidence/schema'
import { reportPlace } from '@/lib/status-reports/schema'

const place = { reportId: z.uuid(), ...reportPlace }

export const linkSchema = z.object({
  ...place,
  label: evidenceLabel,
  url: evidenceUrl,
})

export const removeEvidenceSchema = z.object({ ...place, evidenceId: z.uuid() })
