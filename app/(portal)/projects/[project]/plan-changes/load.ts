import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { requestWords } from '@/app/locale'
import { changeTitle } from '@/components/plan-changes/change-texts'
import type { Crumb } from '@/components/ui/breadcrumbs'
import { can } from '@/lib/access/model'
import { planChangeAddress, proposingReport } from '@/lib/plan-changes/addresses'
import { findReportedChange } from '@/lib/plan-changes/from-report/queries'
import { rightToEvent, rightToPropose } from '@/lib/plan-changes/permissions'
import { findPlanChange } from '@/lib/plan-changes/queries'
import { isEditable } from '@/lib/plan-changes/steps/model'
import { planChangesAddress, projectAddress } from '@/lib/projects/addresses'
import { listPlaceChoices } from '@/lib/work-packages/choices/queries'
import { projectHere } from '../here'

export type ChangeParams = Promise<{ project: string; change: string }>

const choicesOf = cache(listPlaceChoices)

/** The changes of a page's address: who is looking, whether they prepare changes, what a change can be tied to. */
export async function changesHere(params: Promise<{ project: string }>) {
  const [{ viewer, project }, t] = await Promise.all([projectHere((await params).project), requestWords()])
  if (!can(viewer, 'project.read', project.id)) notFound()
  const crumbs: Crumb[] = [
    { label: project.name, href: projectAddress(project.key) },
    { label: t('planChanges.title'), href: planChangesAddress(project.key) },
  ]
  const prepares = can(viewer, 'plan_changes.write', project.id)
  return { viewer, project, t, crumbs, prepares, choices: await choicesOf(viewer, project.id) }
}

const find = cache(findPlanChange)

/** One of them; "not found" when it is not the viewer's. */
export async function changeHere(params: ChangeParams) {
  const here = await changesHere(params)
  const { viewer, project } = here
  const { change: id } = await params
  const change = z.uuid().safeParse(id).success ? await find(viewer, project.id, id) : null
  if (!change) notFound()
  const place = { projectId: project.id, isOwnUnit: change.isOwnUnit, state: change.state }
  const edits = isEditable(change.state) && rightToEvent(viewer, 'edited', place) !== null
  const title = changeTitle(change)
  const { t } = here
  const label = change.no === null ? t('planChanges.one') : t('planChanges.numbered', { no: change.no })
  const crumbs = [...here.crumbs, { label, href: planChangeAddress(project.key, change.id) }]
  return { ...here, change, title, edits, crumbs }
}

type Here = Pick<Awaited<ReturnType<typeof changesHere>>, 'viewer' | 'project' | 'choices'>

/** The report that a proposal begins from, with its unit; "not found" when the viewer cannot propose from it. */
export async function reportedHere({ viewer, project, choices }: Here, query: { report?: string | string[] }) {
  const asked = proposingReport(query)
  if (asked === null) return { report: null, unit: null }
  if (!z.uuid().safeParse(asked).success) notFound()
  const report = await findReportedChange(viewer, project.id, asked)
  const unit = choices.units.find(({ id }) => id === report?.unitId)
  if (!report || !unit || !rightToPropose(viewer, { projectId: project.id, isOwnUnit: unit.own })) notFound()
  return { report, unit }
}
