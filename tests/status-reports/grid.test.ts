import { describe, expect, it } from 'vitest'
import { isBlock, placeBlock, readBlock } from '@/components/status-reports/form/grid/block'
import { type Caret, nextPlace, stepOf } from '@/components/status-reports/form/grid/moves'

describe('a block copied from a spreadsheet', () => {
  it.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\nb', [['a'], ['b']]],
    ['"rivi 1\nrivi 2"\t5', [['rivi 1\nrivi 2', '5']]],
    ['"sanoi ""ei"""\t1', [['sanoi "ei"', '1']]],
    ['5"\t6', [['5"', '6']]],
    ['\t\t7', [['', '', '7']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['35,5 %', [['35,5 %']]],
  ])('%j', (text, rows) => {
    expect(readBlock(text)).toEqual(rows)
  })

  it('is none when it is one cell', () => {
    expect(['35,5 %', 'yksi rivi\n', 'a b'].map(isBlock)).toEqual([false, false, false])
    expect(['a\tb', 'a\nb', 'a\nb\n'].map(isBlock)).toEqual([true, true, true])
  })
})

const choices = [
  { value: 'kyllä', label: 'Ja' },
  { value: 'ei', label: 'Nej' },
]
const grid = [
  [{ path: 'a/value' }, { path: 'a/n' }],
  [null, null],
  [{ path: 'b/value', choices }, { path: 'b/n' }],
]

describe('where the cells go', () => {
  it('fills to the right and down, and an empty cell leaves what is there', () => {
    expect(
      placeBlock(
        [
          ['1', ' 20 '],
          ['', ''],
          ['KYLLÄ', ''],
        ],
        grid,
        [0, 0],
      ),
    ).toEqual({
      ok: true,
      texts: [
        { path: 'a/value', text: '1' },
        { path: 'a/n', text: '20' },
        { path: 'b/value', text: 'kyllä' },
      ],
    })
  })

  it('takes a choice by the word of the reader', () => {
    expect(placeBlock([['nej']], grid, [2, 0])).toEqual({ ok: true, texts: [{ path: 'b/value', text: 'ei' }] })
  })

  it.each([
    ['to the right', [['1', '2', '3']], [0, 0]],
    ['below', [['1'], [''], ['ei'], ['2']], [0, 0]],
    ['where nobody can write', [['1'], ['2']], [0, 0]],
  ] as const)('takes nothing of a block that does not fit %s', (_, block, place) => {
    expect(placeBlock(block, grid, place)).toEqual({ ok: false, why: 'TOO_LARGE' })
  })

  it('takes nothing of a block in which a choice is none', () => {
    expect(placeBlock([['1'], [''], ['ehkä']], grid, [0, 0])).toEqual({
      ok: false,
      why: 'NO_CHOICE',
      cells: [{ path: 'b/value', text: 'ehkä' }],
    })
    const two = [...grid, [{ path: 'c/value', choices }, { path: 'c/n' }]]
    expect(placeBlock([['ehkä'], ['ei kai']], two, [2, 0])).toEqual({
      ok: false,
      why: 'NO_CHOICE',
      cells: [
        { path: 'b/value', text: 'ehkä' },
        { path: 'c/value', text: 'ei kai' },
      ],
    })
  })
})

describe('keys', () => {
  const press = (key: string, more = {}) => ({ key, shift: false, plain: true, ...more })
  const within: Caret = { kind: 'text', atStart: false, atEnd: false, isLine: true }
  const long: Caret = { kind: 'text', atStart: false, atEnd: false, isLine: false }

  it.each([
    ['ArrowUp', within, [-1, 0]],
    ['ArrowDown', within, [1, 0]],
    ['ArrowLeft', within, null],
    ['ArrowRight', within, null],
    ['ArrowLeft', { ...within, atStart: true }, [0, -1]],
    ['ArrowRight', { ...within, atEnd: true }, [0, 1]],
    ['ArrowDown', long, null],
    ['ArrowDown', { ...long, atEnd: true }, [1, 0]],
    ['Enter', within, [1, 0]],
    ['Enter', long, null],
    ['Enter', { kind: 'choice' }, [1, 0]],
    ['ArrowDown', { kind: 'choice' }, null],
    ['Tab', within, null],
    ['a', within, null],
  ] as [string, Caret, number[] | null][])('%s %j: %j', (key, caret, step) => {
    expect(stepOf(press(key), caret)).toEqual(step)
  })

  it('leave chosen text, shortcuts and Shift to the browser, but Shift and Enter go up', () => {
    expect(stepOf(press('ArrowDown', { shift: true }), within)).toBeNull()
    expect(stepOf(press('ArrowDown', { plain: false }), within)).toBeNull()
    expect(stepOf(press('Enter', { shift: true }), within)).toEqual([-1, 0])
  })

  it('pass over what cannot be written, and stop at the edge', () => {
    expect(nextPlace(grid, [0, 0], [1, 0])).toEqual([2, 0])
    expect(nextPlace(grid, [2, 1], [1, 0])).toBeNull()
    expect(nextPlace(grid, [0, 0], [0, -1])).toBeNull()
    expect(nextPlace(grid, [0, 0], [0, 1])).toEqual([0, 1])
  })
})
