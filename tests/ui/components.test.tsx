import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Chart } from '@/components/charts/chart'
import { frameWords, languageChoice } from '@/components/frame/frame-words'
import { PortalFrame } from '@/components/frame/portal-frame'
import { Checkbox, RadioGroup } from '@/components/ui/choice'
import { DataTable } from '@/components/ui/data-table'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { StatusMark } from '@/components/ui/status-mark'
import { bodyHtml, cellHtml, isSafeAddress } from '@/components/ui/table-html'
import { rowsFor, TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { words } from '@/lib/platform/words'
import { every } from '../charts/examples'

const t = words('fi')
const html = (node: ReactNode) => renderToStaticMarkup(node)

/** Ids that something points to and nothing has. */
function dangling(markup: string): string[] {
  const ids = new Set([...markup.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
  const pointed = [
    ...markup.matchAll(/\s(?:for|aria-describedby|aria-labelledby|popoverTarget|popovertarget)="([^"]+)"/g),
  ]
  return pointed.flatMap(([, list = '']) => list.split(' ')).filter((id) => !ids.has(id))
}

describe('fields', () => {
  const markup = html(
    <>
      <TextInput
        id="n"
        name="n"
        label="Luku"
        help="Ohje"
        error="Virhe"
        width="number"
        unit="%"
        previous={{ label: 'Q3/2025', value: '34,1 %' }}
      />
      <TextArea id="t" name="t" label="Teksti" defaultValue="a" />
      <Select
        id="s"
        name="s"
        label="Valinta"
        options={[{ value: '1', label: 'Yksi' }]}
        empty="Valitse"
        error="Puuttuu"
      />
      <RadioGroup
        id="r"
        name="r"
        label="Tilanne"
        error="Valitse"
        choices={[
          { value: 'g', label: 'Hyvä', help: 'x' },
          { value: 'y', label: 'Huono' },
        ]}
      />
      <Checkbox id="c" name="c" label="Vahvistan" help="Ohje" />
    </>,
  )

  it('tie label, help, error and previous value to the control', () => {
    expect(dangling(markup)).toEqual([])
    expect(markup).toContain('aria-describedby="n-error n-help n-previous"')
    expect(markup.match(/aria-invalid="true"/g)).toHaveLength(2)
    expect(markup).toContain('inputMode="decimal"')
  })

  it('the check finds a pointer to nowhere', () => {
    expect(dangling('<label for="x">a</label>')).toEqual(['x'])
  })

  it('the first choice of a group is where its error leads', () => {
    expect(markup).toMatch(/<input type="radio"[^>]* id="r"/)
  })

  it('a text area is as tall as its text when the browser cannot grow it', () => {
    expect(rowsFor('')).toBe(4)
    expect(rowsFor('a\n'.repeat(9))).toBe(11)
    expect(rowsFor('sana '.repeat(1000))).toBe(20)
  })
})

describe('messages', () => {
  it('the error summary leads to the fields and takes the focus without scripts', () => {
    const markup = html(
      <ErrorSummary title="Korjaa" errors={[{ fieldId: 'n', message: 'Kirjoita luku' }, { message: 'Muu' }]} />,
    )
    expect(markup).toContain('<a href="#n">Kirjoita luku</a>')
    expect(markup).toContain('autofocus=""')
    expect(markup).toContain('tabindex="-1"')
    expect(dangling(markup)).toEqual([])
    expect(html(<ErrorSummary title="Korjaa" errors={[]} />)).toBe('')
  })

  it('kinds and lights differ by shape and word, not only by colour', () => {
    const notices = (['info', 'success', 'warning', 'danger'] as const).map(
      (kind) => html(<Notice kind={kind} word="Sana" />).match(/ d="[^"]+"/)?.[0],
    )
    expect(new Set(notices).size).toBe(4)
    const marks = (['good', 'warning', 'danger', 'unknown'] as const).map((status) =>
      html(<StatusMark status={status} word="Sana" />),
    )
    expect(new Set(marks.map((mark) => /<svg[^>]*>(.*)<\/svg>/.exec(mark)?.[1])).size).toBe(4)
    for (const mark of marks) expect(mark).toContain('Sana')
  })
})

describe('table', () => {
  const columns = [
    { key: 'a', header: 'Yksikkö', sort: { href: '?s=a', label: 'Järjestä: yksikkö', order: 'ascending' as const } },
    { key: 'b', header: 'Summa', numeric: true },
  ]

  it('has caption, scopes, sort state, groups and totals', () => {
    const markup = html(
      <DataTable
        caption="Yksiköt"
        columns={columns}
        rows={[
          { key: 'g', group: 'Ryhmä' },
          {
            key: '1',
            cells: [
              { text: 'A', href: '/a', note: 'n' },
              { text: 'ei tiedossa', unknown: true },
            ],
          },
        ]}
        totals={['Yhteensä', '0 €']}
      />,
    )
    expect(markup).toContain('<caption>Yksiköt</caption>')
    expect(markup).toContain('aria-sort="ascending"')
    expect(markup.match(/scope="col"/g)).toHaveLength(2)
    expect(markup).toContain('<th colSpan="2" scope="rowgroup">')
    expect(markup.match(/scope="row"/g)).toHaveLength(2)
    expect(markup).toContain('<span class="unknown short">ei tiedossa</span>')
    expect(markup).toContain('tabindex="0"')
  })

  it('draws plain rows as text just as it draws rows with components', () => {
    const cells = [
      { text: 'A & <b>', href: '/a?b=1&c="2"', note: "n'n" },
      { text: 'ei tiedossa', unknown: true },
      { text: 'Luonnos', tag: 'info' as const },
      'x',
      null,
    ]
    const wide = [...columns, ...['c', 'd', 'e'].map((key) => ({ key, header: key }))]
    const body = (row: readonly ReactNode[] | typeof cells) =>
      html(
        <DataTable
          caption="x"
          columns={wide}
          rows={[
            { key: 'g', group: 'Ryhmä' },
            { key: '1', id: 'r', current: true, cells: row },
          ]}
        />,
      ).match(/<tbody>.*<\/tbody>/)?.[0]
    const plain = body(cells)
    expect(plain).toBe(body([...cells.slice(0, 4), []] as typeof cells))
    expect(plain).toContain('A &amp; &lt;b&gt;')
    expect(bodyHtml(undefined, [{ key: '1', cells: [<b key="b">x</b>] }], columns)).toBeNull()
  })

  it('draws lights as the component does', () => {
    for (const status of ['good', 'warning', 'danger', 'unknown'] as const) {
      expect(cellHtml({ text: 'Sana & muu', status })).toBe(html(<StatusMark status={status} word="Sana & muu" />))
    }
  })

  it('leads only to pages, the web and mail', () => {
    for (const good of ['/a', '?s=1', '#a', 'https://innokyla.fi', 'mailto:a@example.fi'])
      expect(isSafeAddress(good)).toBe(true)
    for (const bad of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '//bad.example', ''])
      expect(isSafeAddress(bad)).toBe(false)
    expect(cellHtml({ text: 'x', href: 'javascript:alert(1)' })).toBe('x')
    expect(cellHtml('<script>')).toBe('&lt;script&gt;')
  })

  it('shows what to do when it is empty', () => {
    expect(html(<DataTable caption="x" columns={columns} rows={[]} empty={<p>Lisää ensimmäinen</p>} />)).toBe(
      '<p>Lisää ensimmäinen</p>',
    )
  })
})

describe('whole pages of components', () => {
  const page = (
    <PortalFrame
      words={frameWords(t)}
      homeHref="/"
      project={{
        label: 'Hanke',
        othersLabel: 'Muut',
        current: { name: 'Hanke A', href: '/a' },
        others: [{ label: 'Hanke B', href: '/b' }],
      }}
      navigation={[
        {
          label: 'Raportointi',
          links: [{ label: 'Kierros', href: '/r', current: true, count: '3', countLabel: 'odottaa' }],
        },
      ]}
      period={{
        label: 'Jakso',
        current: { label: 'Q3/2025' },
        previous: { label: 'Edellinen', href: '/q2' },
        all: [{ label: 'Q3/2025', href: '/q3', current: true }],
      }}
      search={null}
      language={languageChoice(t)}
      person={{ name: 'Projektijohtaja', links: [] }}
      signOut={null}
      footer={{
        statement: 'Euroopan unionin rahoittama – NextGenerationEU',
        accessibility: { label: t('frame.accessibility'), href: '/accessibility' },
        version: '1',
      }}
    >
      {every.map((model, index) => (
        <Chart key={model.title} id={`k${index}`} model={model} t={t} />
      ))}
    </PortalFrame>
  )
  const markup = html(page)

  it('carry no style attribute, which the content policy would refuse', () => {
    expect(markup).not.toMatch(/\sstyle=/)
    expect(html(<div style={{ color: 'red' }} />)).toMatch(/\sstyle=/)
  })

  it('have unique ids and no pointer to nowhere', () => {
    const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.length).toBeGreaterThan(10)
    expect(new Set(ids).size).toBe(ids.length)
    expect(dangling(markup)).toEqual([])
  })

  it('name their landmarks differently and show emblem and statement', () => {
    const names = [...markup.matchAll(/<nav[^>]*aria-label="([^"]+)"/g)].map(([, name]) => name)
    expect(names).toContain('Hankkeen sivut')
    expect(markup.match(/<main/g)).toHaveLength(1)
    expect(markup).toContain('aria-label="Euroopan unionin lippu"')
    expect(markup).toContain('Euroopan unionin rahoittama – NextGenerationEU')
  })
})
