import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { requestWords } from '@/app/locale'
import { riskTitle } from '@/components/risks/risk-texts'
import type { Crumb } from '@/components/ui/breadcrumbs'
import { projectAddress, risksAddress } from '@/lib/projects/addresses'
import { riskAddress } from '@/lib/risks/addresses'
import { rightToKeepRisks } from '@/lib/risks/permissions'
import { findRisk } from '@/lib/risks/queries'
import { projectHere } from '../here'

export type RiskParams = Promise<{ project: string; risk: string }>

/** The register of a page's address: who is looking, whether they keep it, and the way to it. */
export async function registerHere(params: Promise<{ project: string }>) {
  const [{ viewer, project }, t] = await Promise.all([projectHere((await params).project), requestWords()])
  const crumbs: Crumb[] = [
    { label: project.name, href: projectAddress(project.key) },
    { label: t('risks.title'), href: risksAddress(project.key) },
  ]
  return { viewer, project, t, crumbs, writes: rightToKeepRisks(viewer, project.id) !== null }
}

const find = cache(findRisk)

/** One risk of it; "not found" when it is not the viewer's. */
export async function riskHere(params: RiskParams) {
  const here = await registerHere(params)
  const { risk: id } = await params
  const risk = z.uuid().safeParse(id).success ? await find(here.viewer, here.project.id, id) : null
  if (!risk) notFound()
  const { t, project } = here
  const label = risk.no === null ? t('risks.one') : t('risks.numbered', { no: risk.no })
  const crumbs = [...here.crumbs, { label, href: riskAddress(project.key, risk.id) }]
  return { ...here, risk, title: riskTitle(risk), crumbs }
}
