import { z } from 'zod'
import { evidenceLabel, evidenceUrl } from '@/lib/evidence/schema'
import { projectField as project } from '@/lib/projects/schema'

const item = { project, meetingId: z.uuid(), itemId: z.uuid() }

export const linkSchema = z.object({ ...item, label: evidenceLabel, url: evidenceUrl })
export const pageSchema = z.object({
  ...item,
  /** The address, and after a space what it is called */
  page: z.string().trim().min(1, 'meetings.error.page').max(1000),
})
/** Fields beside a file. */
export const fileSchema = z.object({ project, meeting: z.uuid(), label: z.string().max(300) })
export const removeAttachmentSchema = z.object({ ...item, attachmentId: z.uuid() })
