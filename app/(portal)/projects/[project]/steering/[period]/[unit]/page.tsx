import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { UnitHeading } from '@/components/steering/unit/unit-heading'
import { UnitPage } from '@/components/steering/unit/unit-page'
import { Frozen } from '@/components/ui/frozen'
import { currentViewer } from '@/lib/access/session'
import { openedHere, projectPageOf } from '../../here'
import { unitHere, unitThrough } from './load'

type Props = {
  params: Promise<{ project: string; period: string; unit: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  if (!(await currentViewer())) return {}
  return { title: (await unitHere(props)).unit.title }
}

export default async function SteeringUnitPage(props: Props) {
  const [{ viewer, all, body, unit, shown, versions, version }, t] = await Promise.all([
    unitHere(props),
    requestWords(),
  ])
  const home = await projectPageOf(viewer, body.project.key)
  return (
    <>
      <UnitHeading t={t} home={home} body={body} unit={unit} version={version} shown={shown} versions={versions} />
      <Frozen
        opened={await openedHere()}
        name={[unit.id, t.locale, t.mark, version, shown.code, ...all.map(({ code }) => code)].join(' ')}
        draw={async () => (
          <UnitPage
            t={t}
            code={shown.code}
            body={body}
            unit={unit}
            version={version}
            earlier={await unitThrough(viewer, all, unit.id)}
          />
        )}
      />
    </>
  )
}
