import { describe, expect, it } from 'vitest'
import { differenceCount, templateDifferences } from '@/lib/final-report/templates/differences/model'
import {
  inReadingOrder,
  newPlace,
  placedUnder,
  placeName,
  shifted,
  shownFault,
  type TemplatePlace,
  withInside,
} from '@/lib/final-report/templates/model'
import { newPromptSchema, placeSchema } from '@/lib/final-report/templates/schema'
import { templateWarnings, warningCount } from '@/lib/final-report/templates/warnings/model'

/** "4.1" lies under "4"; the id differs from the key, as it does from version to version. */
const place = (key: string, parent: string | null = null, more: Partial<TemplatePlace> = {}): TemplatePlace => ({
  id: `id-${key}`,
  parentId: parent === null ? null : `id-${parent}`,
  key,
  number: key,
  kind: key.includes('.') ? 'question' : 'chapter',
  titleFi: `Kohta ${key}`,
  titleSv: `Punkt ${key}`,
  promptFi: null,
  promptSv: null,
  showsKey: null,
  ...more,
})
const tree = [place('1'), place('4'), place('4.1', '4'), place('4.3', '4'), place('6'), place('6.1', '6')]
const keys = (places: readonly TemplatePlace[] | null) => places?.map(({ key }) => key).join(' ')
const content = (places: TemplatePlace[]) => ({ places, prompts: [] })
const prompt = (key: string, textFi = key) => ({
  id: `p-${key}`,
  key,
  kind: 'question' as const,
  placeKey: null,
  textFi,
  textSv: null,
})

describe('the tree of places', () => {
  it('is read with what is inside a place after it, whatever the order of the rows', () => {
    expect(keys(inReadingOrder(tree.toReversed()))).toBe('6 6.1 4 4.3 4.1 1')
    expect(keys(withInside(tree, 'id-4'))).toBe('4 4.1 4.3')
  })

  it('moves a place with what is inside it, and not past the end', () => {
    expect(keys(shifted(tree, 'id-6', -1))).toBe('1 6 6.1 4 4.1 4.3')
    expect(keys(shifted(tree, 'id-4.3', -1))).toBe('1 4 4.3 4.1 6 6.1')
    expect(shifted(tree, 'id-4.3', 1)).toBeNull()
    expect(shifted(tree, 'id-1', -1)).toBeNull()
    expect(shifted(tree, 'id-9', 1)).toBeNull()
    expect(keys(placedUnder(tree, place('4', '6')))).toBe('1 6 6.1 4 4.1 4.3')
  })

  it('names a place in the language asked for, with Finnish to fall back to', () => {
    expect(placeName(place('4.1'), 'sv')).toBe('4.1 Punkt 4.1')
    expect(placeName(place('4.1', null, { titleSv: null, number: null }), 'sv')).toBe('Kohta 4.1')
  })

  it('begins a new place as a question under another, as a chapter on its own', () => {
    expect(newPlace(tree, 'id-4')).toMatchObject({ kind: 'question', parentId: 'id-4' })
    expect(newPlace(tree, 'id-9')).toMatchObject({ kind: 'chapter', parentId: null })
  })

  it('shows content of a place that holds its own, and only of that', () => {
    const showing = [...tree, place('7', null, { showsKey: '1' })]
    expect(shownFault(showing, '4.1', '1')).toBeNull()
    expect(shownFault(showing, '4.1', null)).toBeNull()
    expect(shownFault(showing, '4.1', '4.1')).toBe('admin.templates.error.showsItself')
    expect(shownFault(showing, '4.1', '7')).toBe('admin.templates.error.showsShown')
    expect(shownFault(showing, '1', '4.1')).toBe('admin.templates.error.isShown')
    expect(shownFault(showing, null, '9')).toBe('admin.templates.error.showsMissing')
  })
})

describe('differences between two versions', () => {
  it('are none where only the ids differ', () => {
    const copied = tree.map((one) => ({
      ...one,
      id: `v2-${one.key}`,
      parentId: one.parentId?.replace('id-', 'v2-') ?? null,
    }))
    expect(differenceCount(templateDifferences(content(tree), content(copied)))).toBe(0)
  })

  it('tell what was added, removed and renamed', () => {
    const after = [...tree.filter(({ key }) => key !== '4.3'), place('6.2', '6')].map((one) =>
      one.key === '1' ? { ...one, number: null, titleFi: 'Alku' } : one,
    )
    const found = templateDifferences(content(tree), content(after))
    expect(keys(found.added)).toBe('6.2')
    expect(keys(found.removed)).toBe('4.3')
    expect(found.changed).toMatchObject([
      { before: { number: '1' }, after: { titleFi: 'Alku' }, parts: ['number', 'titleFi'] },
    ])
    expect(found.moved).toEqual([])
  })

  it('tell what moved, and as few as moved', () => {
    const moved = (places: TemplatePlace[]) =>
      templateDifferences(content(tree), content(inReadingOrder(places))).moved.map(({ after, from, to }) => [
        after.key,
        from?.key,
        to?.key,
      ])
    expect(moved(shifted(tree, 'id-6', -1) ?? [])).toHaveLength(1)
    expect(moved([place('6'), place('6.1', '6'), ...tree.slice(0, 4)])).toEqual([['6', undefined, undefined]])
    expect(moved(placedUnder(tree, place('4.1', '6')))).toEqual([['4.1', '4', '6']])
    expect(moved([place('0'), ...tree]), 'what was added moves nothing').toEqual([])
  })

  it('tell of prompts too', () => {
    const before = { places: tree, prompts: [prompt('a'), prompt('b')] }
    const after = { places: tree, prompts: [prompt('b', 'Muuttui'), prompt('c')] }
    const found = templateDifferences(before, after)
    expect(found.promptsAdded.map(({ key }) => key)).toEqual(['c'])
    expect(found.promptsRemoved.map(({ key }) => key)).toEqual(['a'])
    expect(found.promptsChanged).toMatchObject([{ before: { textFi: 'b' }, after: { textFi: 'Muuttui' } }])
    expect(differenceCount(found)).toBe(3)
  })
})

describe('what is worth a look before publishing', () => {
  it('is nothing in a version that is in order', () => {
    const full = tree.map((one) => (one.key === '1' ? { ...one, promptFi: 'Tiivistä' } : one))
    expect(warningCount(templateWarnings(content(full)))).toBe(0)
  })

  it('are questions without a Swedish title, the same number twice, and empty chapters', () => {
    const places = [
      ...tree,
      place('7', null, { number: '4', titleSv: null }),
      place('8', null, { number: null, showsKey: '4.1' }),
      place('9', null, { number: null }),
      place('6.2', '6', { titleSv: null, number: null }),
    ]
    const asked = { ...prompt('x'), kind: null, placeKey: '9' }
    const found = templateWarnings({ places, prompts: [asked] })
    expect(keys(found.withoutSwedish)).toBe('6.2')
    expect(found.sameNumber).toMatchObject([{ number: '4', places: [{ key: '4' }, { key: '7' }] }])
    expect(keys(found.emptyChapters)).toBe('1 7')
    expect(warningCount(found)).toBe(4)
  })
})

describe('what the forms send', () => {
  const version = { versionId: '0193e0f2-0000-7000-8000-000000000000', version: '3' }
  const form = {
    ...version,
    placeId: version.versionId,
    kind: 'question',
    titleFi: ' Mitä?\r\nMiten? ',
    number: ' 4.1 ',
  }

  it('is read with empty as nothing and one kind of line end', () => {
    expect(placeSchema.parse({ ...form, titleSv: '  ', parentId: '', showsKey: '' })).toEqual({
      versionId: version.versionId,
      version: 3,
      placeId: version.versionId,
      kind: 'question',
      number: '4.1',
      titleFi: 'Mitä?\nMiten?',
      titleSv: null,
      promptFi: null,
      promptSv: null,
      parentId: null,
      showsKey: null,
    })
  })

  it.each([
    ['titleFi', ' ', 'missing'],
    ['titleFi', 'a'.repeat(501), 'tooLong'],
    ['number', 'a'.repeat(21), 'tooLong'],
    ['kind', 'luku', 'choose'],
    ['parentId', 'x', 'choose'],
  ])('%s "%s" is refused at its field', (field, typed, message) => {
    const read = placeSchema.safeParse({ ...form, [field]: typed })
    expect(read.error?.issues).toMatchObject([{ path: [field], message: `admin.templates.error.${message}` }])
  })

  it('a prompt is asked in a kind or in a place', () => {
    const asked = (text: string | undefined) => {
      const read = newPromptSchema.safeParse({ ...version, asked: text, textFi: 'Miten?' })
      return read.success ? read.data.asked : read.error.issues.map(({ path, message }) => [...path, message].join(' '))
    }
    expect(asked('kind:toimintamalli')).toEqual({ kind: 'toimintamalli', placeKey: null })
    expect(asked('place:4.1')).toEqual({ kind: null, placeKey: '4.1' })
    for (const wrong of ['', 'kind:x', 'place:', 'muu:1', undefined])
      expect(asked(wrong)).toEqual(['asked admin.templates.error.choose'])
  })
})
