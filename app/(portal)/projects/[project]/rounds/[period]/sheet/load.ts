import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { periodName } from '@/components/rounds/period-name'
import type { Crumb } from '@/components/ui/breadcrumbs'
import { can } from '@/lib/access/model'
import { projectAddress, roundAddress } from '@/lib/projects/addresses'
import { figureSheetsAddress } from '@/lib/rounds/addresses'
import { projectHere } from '../../../here'

/** Where figures are filled in as a spreadsheet: for those who report in the project. */
export async function sheetsHere(params: Promise<{ project: string; period: string }>) {
  const [{ project: key, period }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  const known = project.periods.some((one) => one.key === period)
  if (!known || !can(viewer, 'report.write', project.id)) notFound()
  const crumbs: Crumb[] = [
    { label: project.name, href: projectAddress(key) },
    { label: t('rounds.crumb', { period: periodName(period) }), href: roundAddress(key, period) },
    { label: t('figureSheets.crumb'), href: figureSheetsAddress(key, period) },
  ]
  return { viewer, t, project: key, period, crumbs, place: { projectId: project.id, periodKey: period } }
}
