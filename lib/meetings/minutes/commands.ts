import 'server-only'
import { createHash } from 'node:crypto'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type MinutesForm, type MinutesRenderer, minutesDocument } from '@/lib/meetings/minutes/model'
import type { MeetingReason } from '@/lib/meetings/model'
import { listNames } from '@/lib/meetings/names/queries'
import { findMeeting } from '@/lib/meetings/queries'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { isLocale, words } from '@/lib/platform/words'
import { findProject } from '@/lib/projects/queries'
import { plainName } from '@/lib/values/file-names'
import { fail, ok, type Result } from '@/lib/values/result'

export type ExportedMinutes = { bytes: Uint8Array; sha256: string; name: string; pages: number }

/**
 * Minutes as a PDF in the project's language: the full form for those who may know the names, the public one for everybody who
 * may read the meeting. Handed over only after the audit row with its hash has been written. Reasons: NOT_FOUND, NOT_ALLOWED.
 * @throws when the renderer fails
 */
export async function exportMinutes(
  viewer: Viewer,
  { projectKey, meetingId, form }: { projectKey: string; meetingId: string; form: MinutesForm },
  render: MinutesRenderer,
): Promise<Result<ExportedMinutes, MeetingReason>> {
  const project = await findProject(viewer, projectKey)
  const meeting = project && (await findMeeting(viewer, project.id, meetingId))
  if (!meeting) return fail('NOT_FOUND')
  const right = rightTo(viewer, form === 'full' ? 'meetings.read' : 'project.read', project.id)
  if (!right) return fail('NOT_ALLOWED')
  const { facts } = meeting
  const at = now()
  const language = await languageOf(viewer, project.id)
  const names = form === 'public' ? await listNames(viewer, project.id) : []
  const source = { project, ...meeting, names, appUrl: env().appUrl }
  const t = words(language)
  const { pdf, pages, replaced } = await render(minutesDocument(t, source, form), at)
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  const name = fileName(
    project.key,
    facts.title,
    form === 'public' ? t('meetings.minutes.publicFile') : null,
    facts.heldOn ?? '',
  )
  await asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, {
      action: 'minutes.exported',
      right,
      subjectType: 'meeting',
      subjectId: facts.id,
      organisationId: project.organisationId,
      data: { format: 'pdf/ua-1', form, name, sha256, bytes: pdf.length, pages, replaced, state: facts.state },
    }),
  )
  return ok({ bytes: pdf, sha256, name, pages })
}

async function languageOf(viewer: Viewer, projectId: string) {
  const { language } = await asViewer(viewer, (tx) =>
    tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { language: true } }),
  )
  return isLocale(language) ? language : 'fi'
}

/**
 * `kkk2-ohjausryhma-4-2025-2025-11-12.pdf`, safe on every system. `form`: the word that the public form is told by. A day that is
 * not known is no part of it.
 */
function fileName(key: string, title: string, form: string | null, day: string): string {
  return `${[key, plainName(title), day, ...(form === null ? [] : [plainName(form)])].filter(Boolean).join('-')}.pdf`
}
