/** Plain shapes the frame is drawn from; pages fill them from the database, the frame never asks. */
export type FrameLink = {
  label: string
  href: string
  current?: boolean /** Shown after the label: "3". */
  count?: string
  countLabel?: string
}

export type NavGroup = {
  label?: string
  /** Stands under the project switcher; the others stand above it. */
  ofProject?: boolean
  links: readonly FrameLink[]
}

export type ProjectChoice = {
  label: string
  current?: { name: string; href: string }
  /** Heading of the other projects. */
  othersLabel: string
  others: readonly FrameLink[]
}

export type PeriodChoice = {
  /** Names the control: "Raportointijakso". */
  label: string
  current: { label: string; note?: string }
  /** `label` is read out: "Edellinen jakso Q2/2025". */
  previous?: { label: string; href: string }
  next?: { label: string; href: string }
  all: readonly FrameLink[]
}

export type LanguageChoice = { label: string; languages: readonly { lang: string; label: string; current?: boolean }[] }

export type Person = { name: string; role?: string; links: readonly FrameLink[] }

export type FooterProps = {
  /** Programme data, never fixed text; one statement per language of the page. */
  statement?: string
  accessibility: { label: string; href: string }
  links?: readonly FrameLink[]
  version: string
}

/** Words of the frame itself, picked on the server with `frameWords(t)`. */
export type FrameWords = {
  product: string
  home: string
  skip: string
  menu: string
  closeMenu: string
  navigation: string
  projects: string
  person: string
  breadcrumbs: string
  emblem: string
  funding: string
}
