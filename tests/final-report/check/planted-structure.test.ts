// Defects planted in a whole real report, rule by rule: how many of them the check finds (recall), printed with its floor.
import { describe, expect, it } from 'vitest'
import type { CheckedBlock } from '@/lib/final-report/check/model'
import { bareName } from '@/lib/final-report/check/models/model'
import { countFindings } from '@/lib/final-report/check/rules/model'
import { wordsIn } from '@/lib/final-report/check/words/model'
import {
  answers,
  append,
  before,
  figures,
  recall,
  references,
  relabelled,
  report,
  table,
  texts,
  told,
} from './planting'
import { paragraph, seeded, withBlocks, withSections } from './real-report'

describe('planted in a real report', { timeout: 300_000 }, () => {
  it('a model said to be out of use, or in use, against the table', () => {
    const { pick } = seeded(1)
    const ended = [
      'Mallia ei otettu käyttöön.',
      'Toimintamalli ei jäänyt käyttöön hankkeen jälkeen.',
      'Toimintamallin käyttöönotto ei toteutunut henkilöstöpulan vuoksi.',
      'Malli lopetettiin vuoden 2025 alussa.',
      'Mallista luovuttiin syksyllä 2025.',
      'Mallin käyttö lopetettiin kokeilun jälkeen.',
      'Toiminta lakkautettiin, koska rahoitus päättyi.',
      'Mallia ei ole otettu käyttöön missään yksikössä.',
      'Lopulta mallia ei saatu käyttöön.',
      'Toimintaa ei jatketa hankkeen päätyttyä.',
      'Malli jäi ottamatta käyttöön.',
      'Käyttöönotto peruuntui, ja malli jäi suunnitelmaksi.',
      'Malli ei vakiintunut osaksi arkea.',
      'Malli poistettiin käytöstä kesällä 2025.',
      'Toimintamallia ei koskaan otettu käyttöön.',
      'Hyvinvointialue päätti, ettei malli jatku hankkeen jälkeen.',
    ]
    const stays = [
      'Malli jäi käyttöön koko alueella.',
      'Toimintamalli jää pysyvästi käyttöön.',
      'Malli on yhä käytössä kaikissa yksiköissä.',
      'Malli jatkuu osana perustoimintaa.',
      'Toimintamalli vakiintui osaksi palveluja.',
      'Käyttöön jäi koko malli sellaisenaan.',
      'Malli on vakiintunut osa palvelua.',
      'Malli otettiin pysyvästi käyttöön.',
    ]
    const plants = told.flatMap(({ section, row, model }) => {
      const sentences = row.stayedInUse === 'Kyllä' ? ended : row.stayedInUse === 'Ei' ? stays : []
      return sentences.length === 0
        ? []
        : [0, 1].map(() => {
            const sentence = pick(sentences)
            const what = `${row.stayedInUse}: ${sentence} (${model.name.slice(0, 40)})`
            return { report: withBlocks(report, section.id, append(sentence)), at: [section.id], what }
          })
    })
    recall('status-conflict', plants, { floor: 0.95, atLeast: 40 })
  })

  it('the same in another place that names the model', () => {
    const { some, pick } = seeded(2)
    const place = report.sections.find(({ id }) => id === '4.1')
    if (!place) throw new Error('no such section')
    const plants = some(
      told.filter(({ row }) => row.stayedInUse === 'Kyllä'),
      20,
    ).map(({ section, model }) => {
      const name = pick([bareName(model.name), section.title])
      const sentence = pick([
        `${name} ei jäänyt käyttöön.`,
        `${name}: mallia ei otettu käyttöön.`,
        `${name} lopetettiin keväällä 2025.`,
      ])
      return { report: withBlocks(report, place.id, append(sentence)), at: [place.id], what: sentence }
    })
    recall('status-conflict', plants, { floor: 0.75 })
  })

  it('a second table that says otherwise', () => {
    const plants = told.map(({ model, row }) => {
      const turned = row.stayedInUse === 'Ei' ? 'Kyllä' : 'Ei'
      const rows = [{ modelId: model.id, piloted: row.piloted, stayedInUse: turned }]
      const block: CheckedBlock = { type: 'models', id: 'planted', label: null, caption: '', rows }
      return { report: withBlocks(report, '7', (blocks) => [...blocks, block]), at: ['7'], what: model.name }
    })
    recall('status-conflict', plants, { floor: 1 })
  })

  it('a count of models that the tables do not have', () => {
    const { pick } = seeded(12)
    const wrong = [
      'Taulukoissa on yhteensä 31 toimintamallia.',
      'Käyttöön jäi 25 mallia.',
      'Malleista 29 otettiin käyttöön.',
      'Toimintamalleista 19 jäi käyttöön.',
    ]
    const plants = Array.from({ length: 20 }, () => pick(wrong)).map((sentence) => ({
      report: withBlocks(report, '4.2', append(sentence)),
      at: ['4.2'],
      what: sentence,
    }))
    recall('status-conflict', plants, { floor: 0.95 })
  })

  it('a figure that loses its references', () => {
    const { some } = seeded(5)
    const used = figures.filter(({ block }) => references().some(({ label }) => label === block.label))
    const plants = some(used, 25).map(({ section, block }) => ({
      report: withSections(report, (one) =>
        references().some((reference) => reference.section === one && reference.label === block.label)
          ? { ...one, blocks: relabelled(one.blocks, block.label ?? '', null, null) }
          : one,
      ),
      at: [section.id],
      what: `${block.label}`,
    }))
    recall('unused-figure', plants, { floor: 1 })
  })

  it('the same caption or the same image twice', () => {
    const { some, pick } = seeded(6)
    const plants = some(figures, 30).map(({ section, block }, index) => {
      const other = pick(figures.filter((one) => one.block.id !== block.id))
      const change = (one: CheckedBlock): CheckedBlock =>
        one.id !== block.id || one.type !== 'figure'
          ? one
          : index % 2 === 0
            ? { ...one, caption: other.block.caption }
            : { ...one, content: 'same' }
      const changed = withBlocks(report, section.id, (blocks) => blocks.map(change))
      const both = withBlocks(changed, other.section.id, (blocks) =>
        blocks.map((one) =>
          one.id === other.block.id && one.type === 'figure' && index % 2 === 1 ? { ...one, content: 'same' } : one,
        ),
      )
      return { report: both, at: [section.id, other.section.id], what: `${block.label} as ${other.block.label}` }
    })
    recall('duplicate-figure', plants, { floor: 0.95 })
  })

  it('an address or a name tag that does not fit the model', () => {
    const { some } = seeded(7)
    const linked = told.filter(({ section }) => section.blocks.some((block) => block.type === 'links'))
    const plants = [
      ...some(linked, 20).map(({ section }) => ({
        report: withBlocks(report, section.id, (blocks) =>
          blocks.map((block) =>
            block.type === 'links'
              ? {
                  ...block,
                  items: block.items.map((item) => ({
                    ...item,
                    address: item.address.replace(/(toimintamalli\/.*)-[^-]+$/, '$1-uusi'),
                  })),
                }
              : block,
          ),
        ),
        at: [section.id],
        what: `address in ${section.id}`,
      })),
      ...some(told, 20).map(({ section, model }, index) => ({
        report:
          index % 2 === 0
            ? {
                ...report,
                models: report.models.map((one) =>
                  one === model ? { ...one, name: one.name.replace(/\(RRP.*/, '(RRP, P4, I3)') } : one,
                ),
              }
            : withSections(report, (one) => (one === section ? { ...one, title: `${one.title} (RRP, P4, I3)` } : one)),
        at: [section.id, table?.id ?? ''],
        what: `tag of ${model.name}`,
      })),
    ]
    recall('model-address', plants, { floor: 0.95, atLeast: 40 })
  })

  it('an attachment that is empty, unknown or used nowhere', () => {
    const listed = report.attachments
    const plants = [
      ...listed
        .filter(({ hasContent }) => hasContent)
        .map((one) => ({
          report: {
            ...report,
            attachments: listed.map((other) => (other === one ? { ...one, hasContent: false } : other)),
          },
          at: [one.id],
          what: `${one.label} empty`,
        })),
      ...listed.slice(0, 8).map((one) => ({
        report: withBlocks({ ...report, attachments: listed.filter((other) => other !== one) }, '6', (blocks) =>
          blocks.map((block) =>
            block.type === 'attachments' ? { ...block, labels: [...block.labels, one.label] } : block,
          ),
        ),
        at: ['6', 'Liitteet'],
        what: `${one.label} not listed`,
      })),
      ...[12, 13].map((number) => ({
        report: {
          ...report,
          attachments: [...listed, { id: `a${number}`, label: `LIITE ${number}`, title: 'Esite', hasContent: true }],
        },
        at: [report.sections.at(-1)?.id ?? ''],
        what: `LIITE ${number} used nowhere`,
      })),
    ]
    recall('missing-attachment', plants, { floor: 1 })
  })

  it('a paragraph that stands twice, as it is or with a few words changed', () => {
    const { some, pick, next } = seeded(8)
    const long = answers.flatMap((section) =>
      texts(section).flatMap((block) =>
        block.type === 'text' &&
        wordsIn(
          block.lines
            .flat()
            .map((piece) => ('text' in piece ? piece.text : ''))
            .join(''),
        ).length >= 32
          ? [{ section, block }]
          : [],
      ),
    )
    const plants = some(long, 30).map(({ section, block }, index) => {
      const target = pick(answers.filter((one) => one !== section && texts(one).length > 0))
      const text = block.lines
        .flat()
        .map((piece) => ('text' in piece ? piece.text : ''))
        .join('')
      const words = text.split(' ')
      const kept = index % 2 === 0 ? words : words.map((word) => (next() < 0.05 ? 'toisin' : word))
      return {
        report: withBlocks(report, target.id, append(kept.join(' '))),
        at: [target.id],
        what: `${section.id} in ${target.id}`,
      }
    })
    recall('repeated-paragraph', plants, { floor: 0.95 })
  })

  it('a question without an answer', () => {
    const inside = (id: string): string[] => [
      id,
      ...report.sections.filter(({ parentId }) => parentId === id).flatMap((one) => inside(one.id)),
    ]
    const plants = report.sections
      .filter(({ kind }) => kind === 'question')
      .map(({ id }, index) => {
        const gone = new Set(inside(id))
        const blocks: readonly CheckedBlock[] = index % 3 === 0 ? [paragraph('Täydennetään myöhemmin')] : []
        return {
          report: withSections(report, (one) =>
            gone.has(one.id) ? { ...one, blocks: one.id === id ? blocks : [] } : one,
          ),
          at: [id],
          what: id,
        }
      })
    recall('unanswered', plants, { floor: 1 })
  })

  it('a heading with nothing under it', () => {
    const plants = [
      ...told.map(({ section }) => ({
        report: withBlocks(report, section.id, () => []),
        at: [section.id],
        what: section.id,
      })),
      ...answers.slice(0, 10).map((section) => ({
        report: withBlocks(report, section.id, (blocks) => [
          ...blocks,
          { type: 'text', id: 'planted', form: 'heading', lines: [[{ kind: 'text', text: 'Yhteenveto' }]] },
        ]),
        at: [section.id],
        what: `heading in ${section.id}`,
      })),
    ]
    recall('empty-heading', plants, { floor: 1 })
  })

  it('an image without an alternative text of its own', () => {
    const { some } = seeded(9)
    const plants = some(figures, 30).map(({ section, block }, index) => {
      const alt = [null, '  ', block.caption, 'IMG_2041.jpg', `Kuva: ${block.caption}`][index % 5] ?? null
      return {
        report: withBlocks(report, section.id, (blocks) =>
          blocks.map((one) => (one.id === block.id && one.type === 'figure' ? { ...one, alt } : one)),
        ),
        at: [section.id],
        what: `${block.label}: ${alt}`,
      }
    })
    recall('missing-alt', plants, { floor: 1 })
  })

  it('an abbreviation that nobody opens', () => {
    const { some, pick } = seeded(10)
    const plants = some(
      answers.filter((section) => texts(section).length > 0),
      30,
    ).map((section, index) => {
      const short = `${pick(['X', 'Q', 'W'])}${pick(['K', 'L', 'M'])}${pick(['T', 'R'])}`
      const sentence =
        [`Tieto siirtyy ${short}:n kautta.`, `Mukana oli myös ${short}-mittari.`, `Työtä ohjasi ${short}.`][
          index % 3
        ] ?? ''
      return { report: withBlocks(report, section.id, append(sentence)), at: [section.id], what: sentence }
    })
    recall('abbreviation', plants, { floor: 1 })
  })

  it('says little that is not so of the report as it is', () => {
    const { byRule } = countFindings(before)
    console.log('as it is:', byRule)
    // Known and true: looked at one by one.
    expect(byRule['status-conflict']).toBe(1)
    expect(byRule['wrong-reference'] ?? 0).toBe(0)
    expect(byRule['unused-figure']).toBe(14)
    expect(byRule['duplicate-figure']).toBe(8)
    expect(byRule['model-address']).toBe(11)
    expect(byRule['missing-attachment']).toBe(1)
    expect(byRule.abbreviation).toBe(13)
    for (const rule of ['unanswered', 'empty-heading', 'missing-alt', 'repeated-paragraph'])
      expect(byRule[rule] ?? 0).toBe(0)
  })
})
