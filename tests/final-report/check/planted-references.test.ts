// Wrong references planted in a whole real report: how many are found (recall), and how many right ones are suspected.
import { describe, expect, it } from 'vitest'
import type { CheckedLine, CheckedPiece } from '@/lib/final-report/check/model'
import { wrongReference } from '@/lib/final-report/check/wrong-reference/model'
import { answers, append, before, figures, recall, references, relabelled, report, texts } from './planting'
import { newFindings, seeded, withBlocks } from './real-report'

describe('planted in a real report', { timeout: 300_000 }, () => {
  it('references to what does not exist', () => {
    const { some, pick } = seeded(3)
    const typed = [
      'Katso kuva 120.',
      'Tulokset ovat taulukossa 45.',
      'Päätös on liitteessä 14.',
      'Siitä kerrotaan luvussa 9.3.',
      '(LIITE 22)',
      'Kuvat 98–101 näyttävät muutoksen.',
      'Asia selviää taulukosta 33.',
    ]
    const plants = [
      ...some(
        answers.filter((section) => texts(section).length > 0),
        20,
      ).map((section) => {
        const sentence = pick(typed)
        return { report: withBlocks(report, section.id, append(sentence)), at: [section.id], what: sentence }
      }),
      ...some(references(), 20).map(({ section, label }) => ({
        report: withBlocks(report, section.id, (blocks) => relabelled(blocks, label, 'Kuva 412', null)),
        at: [section.id],
        what: `${label} made to lead nowhere`,
      })),
    ]
    recall('wrong-reference', plants, { floor: 1 })
  })

  it('references to another figure than the one that is meant', () => {
    const { some, pick } = seeded(4)
    const plants = some(
      references().filter(({ to }) => to === 'figure'),
      40,
    ).map(({ section, label }) => {
      const other = pick(figures.filter((one) => one.section !== section && one.block.label !== label))
      return {
        report: withBlocks(report, section.id, (blocks) =>
          relabelled(blocks, label, other.block.label ?? '', other.block.id),
        ),
        at: [section.id],
        what: `${label} became ${other.block.label} in ${section.id}`,
      }
    })
    recall('wrong-reference', plants, { floor: 0.85 })
  })

  it('references that are one off, as after a figure was added', () => {
    const { some } = seeded(11)
    const plants = some(
      references().filter(({ to }) => to === 'figure'),
      40,
    ).map(({ section, label }, index) => {
      const at = figures.findIndex(({ block }) => block.label === label)
      const other = figures[at + (index % 2 === 0 ? 1 : -1)] ?? figures[at - 1] ?? figures[0]
      const next = other?.block.label ?? ''
      return {
        report: withBlocks(report, section.id, (blocks) => relabelled(blocks, label, next, other?.block.id ?? null)),
        at: [section.id],
        what: `${label} became ${next} in ${section.id}`,
      }
    })
    recall('wrong-reference', plants, { floor: 0.72 })
  })

  it('a right reference stays unsuspected when its figure is told of again, or other figures lose theirs', () => {
    const own = references().filter(({ to }) => to === 'figure')
    const again = ['Tarkemmin muutos näkyy kuvassa ', 'Samasta asiasta: ', 'Vuosien ero selviää siitä: ']
    const toldAgain = own.flatMap(({ section, label }, index) => {
      const target = figures.find(({ block }) => block.label === label)?.block.id ?? ''
      const mention: CheckedPiece[] = [
        { kind: 'text', text: ` ${again[index % again.length]}` },
        { kind: 'reference', to: 'figure', label, targetId: target },
        { kind: 'text', text: '.' },
      ]
      const more = withBlocks(report, section.id, (blocks) =>
        blocks.map((block) => {
          if (block.type !== 'text') return block
          const isHere = (line: CheckedLine) =>
            line.some((piece) => piece.kind === 'reference' && piece.label === label)
          return { ...block, lines: block.lines.map((line) => (isHere(line) ? [...line, ...mention] : line)) }
        }),
      )
      return newFindings('wrong-reference', before, wrongReference.check(more))
    })
    const { some } = seeded(13)
    const reports = Array.from({ length: 10 }, () =>
      some(own, 12).reduce(
        (changed, { section, label }) =>
          withBlocks(changed, section.id, (blocks) => relabelled(blocks, label, null, null)),
        report,
      ),
    )
    const lost = reports.flatMap((one) => newFindings('wrong-reference', before, wrongReference.check(one)))
    console.log(`wrong-reference, false alarms: ${toldAgain.length} of ${own.length} told of again,`)
    console.log(`  ${lost.length} in ${reports.length} reports that have lost 12 references each`)
    expect(own.length).toBeGreaterThan(80)
    expect(toldAgain.length / own.length).toBeLessThanOrEqual(0.04)
    expect(lost.length / reports.length).toBeLessThanOrEqual(1.5)
  })
})
