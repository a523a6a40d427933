import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { FigureCard } from '@/components/steering/figures/figure-card'
import { currentViewer } from '@/lib/access/session'
import { sectionAddress } from '@/lib/final-report/addresses'
import { listSectionsWith } from '@/lib/final-report/bindings/queries'
import { headingText } from '@/lib/final-report/document/model'
import { figureCard } from '@/lib/steering/figures/card/model'
import { figureHere } from './here'

type Props = { params: Promise<{ figure: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!(await currentViewer())) return {}
  return { title: (await cardHere(await params)).card.title }
}

export default async function FigurePage({ params }: Props) {
  const { t, viewer, found, card } = await cardHere(await params)
  const { project } = found.body
  const sections = await listSectionsWith(viewer, project.id, card.ref)
  return (
    <FigureCard
      t={t}
      card={card}
      shown={found.shown}
      version={found.version}
      finalReport={sections.map((section) => ({
        text: headingText(section),
        href: sectionAddress({ key: project.key, kind: 'final_report' }, section.id),
      }))}
    />
  )
}

async function cardHere({ figure }: { figure: string }) {
  const [{ viewer, found }, t] = await Promise.all([figureHere(figure), requestWords()])
  const { shown, version, body, wanted, publications } = found
  const scene = { t, body, code: shown.code, version, opensFiles: viewer.scope !== 'national' }
  const card = figureCard(scene, wanted, shown, publications)
  if (!card) notFound()
  return { t, viewer, found, card }
}
