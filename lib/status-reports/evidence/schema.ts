import { z } from 'zod'
import { evidenceLabel, evidenceUrl } from '@/lib/evidence/schema'
import { reportSections, sectionPaths } from '@/lib/status-reports/fields/model'
import { reportPlace } from '@/lib/status-reports/schema'

const place = { reportId: z.uuid(), ...reportPlace }

/** The section that the evidence belongs to; empty for the whole report. What comes out is the section's path, or null. */
export const sectionField = z
  .union([z.literal(''), z.enum(reportSections)])
  .optional()
  .transform((section) => (section ? sectionPaths[section] : null))

export const linkSchema = z
  .object({
    ...place,
    label: evidenceLabel,
    url: evidenceUrl,
    section: sectionField,
  })
  .transform(({ section, ...rest }) => ({ ...rest, path: section }))

export const removeEvidenceSchema = z.object({ ...place, evidenceId: z.uuid() })
