import type { ReactNode } from 'react'
import type { Status } from '@/components/ui/status-mark'
import type { TagTone } from '@/components/ui/tag'

export type Column = {
  key: string
  header: ReactNode
  /** Right-aligned with tabular figures. */
  numeric?: boolean
  sort?: ColumnSort
  /** Header only for screen readers (a column of buttons). */
  hideHeader?: boolean
}

/** `href` sorts by this column (or turns the order); `label` says so: "Järjestä: määräpäivä". */
export type ColumnSort = { href: string; label: string; order?: 'ascending' | 'descending' }

/** Text with its parts. An unknown value is its word with `unknown`, never a zero. */
export type CellParts = {
  text: string
  href?: string
  /** A second, quieter line. */
  note?: string
  unknown?: boolean
  /** Draws the text as a light: ● ▲ ◆ ○ */
  status?: Status
  /** Draws the text as a tag. */
  tag?: TagTone
}

/** What most cells are: cheap to draw. */
export type PlainCell = string | null | undefined | CellParts

/** A cell may hold a component (a button, a form), but then the rows around it are drawn the slow way: keep it for short tables. */
export type Cell = PlainCell | ReactNode

export type DataRow = { key: string; cells: readonly Cell[]; id?: string; current?: boolean }
/** A heading over the rows that follow it. */
export type GroupRow = { key: string; group: ReactNode }
export type Row = DataRow | GroupRow
