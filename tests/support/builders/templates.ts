import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { addTemplate } from '@/lib/final-report/templates/commands'
import type { TemplatePlace, TemplateVersion } from '@/lib/final-report/templates/model'
import { findVersion, listTemplates } from '@/lib/final-report/templates/queries'
import { makeTemplate } from '@/tests/support/builders/final-report'
import { makePersonIn, makeRound, type Round } from '@/tests/support/builders/round'

/** A county's administrator with a copy of the programme's test template, not published yet. */
export type TemplatePlaceOfWork = { round: Round; admin: Viewer; programmeId: string; versionId: string }

export async function makeOwnTemplate(): Promise<TemplatePlaceOfWork> {
  const round = await makeRound()
  await makeTemplate()
  const admin = await makePersonIn(round, 'admin')
  const programme = (await listTemplates(admin))?.find(({ key }) => key === 'testipohja')
  if (!programme) throw new Error('no template of the programme')
  const made = await addTemplate(admin, { name: 'Oma pohja', from: programme.id })
  if (!made.ok) throw new Error(made.reason)
  return { round, admin, programmeId: programme.id, versionId: made.value.versionId }
}

/** The version as it is now. */
export async function versionNow(admin: Viewer, versionId: string): Promise<TemplateVersion> {
  const version = await findVersion(admin, versionId)
  if (!version) throw new Error('no version')
  return version
}

/** Where a change of the version begins: its id and how often it was changed. */
export async function writtenNow(admin: Viewer, versionId: string): Promise<{ versionId: string; version: number }> {
  return { versionId, version: (await versionNow(admin, versionId)).edits }
}

export async function placeAt(admin: Viewer, versionId: string, number: string): Promise<TemplatePlace> {
  const place = (await versionNow(admin, versionId)).places.find((one) => one.number === number)
  if (!place) throw new Error(`no place ${number}`)
  return place
}

/** What the audit log holds of a county's templates, in order. */
export function templateTrail({ organisationId }: Round) {
  return asViewer(systemViewer('operator'), (tx) =>
    tx.auditEvent.findMany({
      where: { organisationId, action: { startsWith: 'template.' } },
      orderBy: { at: 'asc' },
      select: { action: true, right: true, data: true },
    }),
  )
}
