import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { drawDashboard } from '@/components/steering/draw-dashboard'
import { partialSum } from '@/lib/finance/model'
import { words } from '@/lib/platform/words'
import type { SnapshotPurchase } from '@/lib/rounds/snapshot/money/model'
import { plainView } from '@/lib/steering/schema'
import { lightOf, makeBody, makeRisk, makeUnit } from '@/tests/support/builders/snapshot'

const ids = {
  unit: '01a201c5-c4e4-73f1-b134-0000000000a1',
  investment: '01a201c5-c4e4-73f1-b134-0000000000b1',
  decision: '01a201c5-c4e4-73f1-b134-0000000000c1',
  change: '01a201c5-c4e4-73f1-b134-0000000000d1',
  actual: '01a201c5-c4e4-73f1-b134-0000000000e1',
  purchase: '01a201c5-c4e4-73f1-b134-0000000000f1',
}

const purchase: SnapshotPurchase = {
  id: ids.purchase,
  sourceId: 'H1',
  investmentId: ids.investment,
  workPackageId: ids.unit,
  tableNo: 1,
  title: 'Ohjelmisto <b>',
  amount: '1234.5',
  amountAsWritten: '1 234,50',
  vatBasis: 'excluded',
  supplier: 'Toimittaja Oy',
  contract: 'Sopimus 7',
  flag: null,
  note: null,
  isSmall: true,
  decisionText: 'Viranhaltijapäätös 3 §',
  decidedOn: '2025-08-02',
  contractOn: null,
  caseNumber: null,
  contractors: [{ id: 'k', name: 'Tekijä Oy', businessId: null, isSubcontractor: true }],
  shares: [],
  fundingShares: [],
}

const steeringItem = (parts: object) => ({
  id: 'item',
  number: 12,
  year: 2025,
  title: 'Muutosesitys',
  proposal: null,
  workPackageId: ids.unit,
  planChangeId: null,
  decisions: [],
  ...parts,
})

const empty = makeBody()
const body = makeBody({
  investments: [
    {
      id: ids.investment,
      parentId: null,
      level: { key: 'investment', label: 'Investointi', depth: 0 },
      sourceId: 'I1',
      code: 'Investointi 1',
      title: 'Ensimmäinen',
      isPlaceholder: false,
    },
  ],
  units: [
    makeUnit(ids.unit, { title: 'Chatbot', investmentId: ids.investment, status: lightOf('red', 'Aikataulu petti.') }),
  ],
  finance: {
    ...empty.finance,
    actuals: [
      {
        id: ids.actual,
        periodKey: '2025-Q3',
        investmentId: ids.investment,
        workPackageId: ids.unit,
        costType: 'Palkat',
        fundingSource: null,
        amount: '200.25',
        asOf: '2025-09-30',
        note: null,
      },
    ],
    purchases: [purchase],
    purchaseSum: partialSum(['1234.5']),
    byInvestment: [
      {
        investmentId: ids.investment,
        budget: partialSum([]),
        notInProject: 0,
        estimates: partialSum([]),
        purchases: partialSum(['1234.5']),
        actuals: '200.25',
        forecast: null,
      },
    ],
  },
  risks: [
    makeRisk(1, [[4, 4]], {
      mitigations: [{ id: 'm', text: 'Varahenkilö', state: 'in_progress', ownerRole: 'johtaja', dueOn: '2025-12-01' }],
    }),
    makeRisk(2, [[2, 2]], { closedOn: '2025-09-01', closedReason: 'Palvelu päättyi.' }),
    makeRisk(3, []),
  ],
  planChanges: [
    {
      id: ids.change,
      no: 4,
      title: 'Chatbotin laajennus',
      what: 'Laajennetaan',
      why: null,
      investmentId: ids.investment,
      workPackageId: ids.unit,
      workPackageAsWritten: null,
      state: 'in_preparation',
      oldText: 'Vanha sanamuoto',
      newText: 'Uusi sanamuoto',
      oldAmount: null,
      newAmount: null,
      decided: [],
      inForceFrom: '2025-10-01',
      rejectedReason: null,
      effects: [
        {
          id: 'effect',
          investmentId: ids.investment,
          workPackageId: ids.unit,
          year: 2025,
          costType: null,
          oldAmount: '65000',
          newAmount: null,
        },
      ],
    },
  ],
  communications: [
    {
      id: 'k1',
      no: 1,
      topic: 'Uutiskirje',
      audience: 'Henkilöstö',
      statusText: null,
      responsibleRole: 'viestintä',
      channels: ['some'],
      dateAsWritten: null,
      aim: null,
      items: [{ id: 'i1', kind: 'done', text: 'Julkaistu', happenedOn: '2025-09-09', url: 'javascript:alert(1)' }],
    },
  ],
  meetings: [
    {
      id: 'm1',
      body: 'Ohjausryhmä',
      title: 'Syyskokous',
      heldOn: '2025-11-12',
      dateAsWritten: null,
      state: 'draft',
      handles: true,
      items: [steeringItem({ proposal: 'Hyväksytään lisärahoitus.' })],
    },
    {
      id: 'm0',
      body: 'Ohjausryhmä',
      title: 'Elokuun kokous',
      heldOn: '2025-08-20',
      dateAsWritten: null,
      state: 'approved',
      handles: false,
      items: [
        steeringItem({
          id: 'held',
          number: 7,
          decisions: [
            {
              id: ids.decision,
              text: 'Päätettiin jatkaa.',
              decidedOn: null,
              decidedAsWritten: null,
              concerns: [{ kind: 'work_package', id: ids.unit }],
            },
          ],
        }),
      ],
    },
  ],
})

const earlierBody = makeBody({
  period: { id: 'q2', key: '2025-Q2', from: '2025-04-01', to: '2025-06-30' },
  risks: [makeRisk(1, [[2, 4]]), makeRisk(2, [[2, 2]])],
  units: [makeUnit(ids.unit, { title: 'Chatbot', status: lightOf('green') })],
})
const earlier = { code: 'bbbbbbbbbb', body: earlierBody }

const draw = (compared: typeof earlier | null, shown = body) =>
  (['upper', 'lower'] as const)
    .map((part) =>
      renderToStaticMarkup(
        drawDashboard({ t: words('fi'), part, code: 'aaaaaaaaaa', body: shown, view: plainView, earlier: compared }),
      ),
    )
    .join('')
    .replaceAll('\u00a0', ' ')

const html = draw(earlier)

describe('the dashboard', () => {
  it.each([
    [
      'what is asked stands on the first screen and in full',
      ['#asked-item', '§ 12/2025 Muutosesitys', 'Hyväksytään lisärahoitus.', 'Ohjausryhmä 12.11.2025'],
    ],
    [
      'a plan change in preparation is asked too',
      ['#asked-01a201c5-c4e4-73f1-b134-0000000000d1', 'Chatbotin laajennus'],
    ],
    [
      'a decision made with what it concerns and its card',
      ['Päätettiin jatkaa.', '/r/aaaaaaaaaa-s0000000000c1', '§ 7/2025'],
    ],
    [
      'a light then and now, each by its own publication',
      ['/r/bbbbbbbbbb-l0000000000a1', '/r/aaaaaaaaaa-l0000000000a1', 'heikkeni'],
    ],
    ['a sum of what was bought, from unknown', ['ei tietoja → <a href="/r/aaaaaaaaaa-zpurchases">1 234,50 €</a>']],
    ['a risk that grew, with points then and now', ['kasvoi', '4 × 4', '2 × 4', 'Varahenkilö (']],
    ['closed risks with their reason', ['Suljetut riskit', 'Palvelu päättyi.', '1.9.2025']],
    ['an unscored risk stays unscored', ['ei pisteytetty']],
    [
      'old and new text, and what the change does to money',
      ['<del>Vanha sanamuoto</del>', '<ins>Uusi sanamuoto</ins>', '65 000,00 € → ei tiedossa', '1.10.2025'],
    ],
    ['actuals row by row', ['/r/aaaaaaaaaa-a0000000000e1', '200,25 €', 'Palkat', '>Toteuma</text>']],
    [
      'who sells and by which decision',
      ['Pienhankinta. Toimittaja Oy. Sopimus 7. Viranhaltijapäätös 3 § 2.8.2025. Tekijä Oy', 'Ohjelmisto &lt;b&gt;'],
    ],
    ['what was told, and when', ['Julkaistu (9.9.2025)']],
  ])('%s', (_name, told) => {
    for (const text of told) expect(html).toContain(text)
  })

  it('links no address but the web', () => {
    expect(html).not.toContain('javascript:')
  })

  it('has every name once: links inside the page find one place', () => {
    const names = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(names).size).toBe(names.length)
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(15)
    expect(targets.filter((id) => !names.includes(id))).toEqual([])
  })

  it('says so when there is nothing to compare with', () => {
    const alone = draw(null)
    expect(alone).toContain('Tämä on ensimmäinen julkaistu jakso')
    expect(alone).not.toContain('heikkeni')
  })

  it('says of each part of an empty period that it is empty', () => {
    const nothing = draw(null, makeBody())
    for (const text of [
      'Hankkeella ei ole kansallisia indikaattoreita.',
      'Tälle jaksolle ei ole kirjattu päätösehdotuksia.',
      'Hankkeella ei ole raportoivia yksiköitä.',
      'Toimintamalleja ei ole kirjattu.',
      'Hankkeen talousarviota ja hankintoja ei ole kirjattu.',
      'Riskejä ei ole kirjattu.',
      'Hankesuunnitelmaan ei ole tehty muutoksia.',
      'Viestintää ei ole kirjattu tälle jaksolle.',
    ]) {
      expect(nothing).toContain(text)
    }
    expect(nothing).not.toContain('/r/')
  })
})
