import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requestWords } from '@/app/locale'
import { Frozen } from '@/components/steering/frozen'
import { UnitPage } from '@/components/steering/unit/unit-page'
import { VersionChoice } from '@/components/steering/version-choice'
import { currentViewer } from '@/lib/access/session'
import { publishedUnitAddress } from '@/lib/steering/addresses'
import { findSnapshot } from '@/lib/steering/queries'
import { parseView } from '@/lib/steering/schema'
import { isOpened, publishedHere, versionHere } from '../../here'

type Props = {
  params: Promise<{ project: string; period: string; unit: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const find = cache(findSnapshot)

export async function generateMetadata(props: Props): Promise<Metadata> {
  if (!(await currentViewer())) return {}
  return { title: (await unitHere(props)).unit.title }
}

export default async function SteeringUnitPage(props: Props) {
  const [{ body, unit, shown, versions, version }, t] = await Promise.all([unitHere(props), requestWords()])
  const hrefOf = (one: number | null) => publishedUnitAddress(shown.projectKey, shown.periodKey, unit.id, one)
  return (
    <>
      <VersionChoice t={t} versions={versions} shown={shown} hrefOf={hrefOf} />
      <Frozen
        opened={await isOpened()}
        name={[shown.snapshotId, unit.id, t.locale, version].join(' ')}
        draw={async () => <UnitPage t={t} body={body} unit={unit} version={version} />}
      />
    </>
  )
}

/** A unit of a publication. What is not published, not there, or not the reader's looks the same. */
async function unitHere({ params, searchParams }: Props) {
  const { project, period, unit: id } = await params
  const { viewer, published } = await publishedHere(project)
  const asked = parseView(await searchParams).version
  const newest = published.find((one) => one.periodKey === period)
  const chosen = newest && (await versionHere(viewer, newest, asked))
  const body = chosen && (await find(viewer, chosen.shown.snapshotId))
  const unit = body?.units.find((one) => one.id === id && one.reports)
  if (!chosen || !body || !unit) notFound()
  return { ...chosen, body, unit, version: chosen.shown.version === newest.version ? null : asked }
}
