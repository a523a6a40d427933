import type { ChartLight } from '@/lib/charts/model'

export type Palette = {
  page: string
  ink: string
  muted: string
  grid: string
  target: string
  /** Five series colours that also differ in lightness. */
  series: readonly [string, string, string, string, string]
  lights: Readonly<Record<ChartLight, string>>
  soft: Readonly<Record<ChartLight, string>>
  /** Left out on the page, where the text inherits the page's font. */
  font?: string
}

/** Follows the page, light or dark: the custom properties of components/ui/tokens.css. */
export const screenPalette: Palette = {
  page: 'var(--color-page)',
  ink: 'var(--color-ink)',
  muted: 'var(--color-muted)',
  grid: 'var(--color-chart-grid)',
  target: 'var(--color-chart-target)',
  series: [
    'var(--color-chart-1)',
    'var(--color-chart-2)',
    'var(--color-chart-3)',
    'var(--color-chart-4)',
    'var(--color-chart-5)',
  ],
  lights: {
    good: 'var(--color-chart-good)',
    warning: 'var(--color-chart-warning)',
    danger: 'var(--color-chart-danger)',
    neutral: 'var(--color-chart-neutral)',
    unknown: 'var(--color-chart-unknown)',
  },
  soft: {
    good: 'var(--color-good-soft)',
    warning: 'var(--color-warning-soft)',
    danger: 'var(--color-danger-soft)',
    neutral: 'var(--color-info-soft)',
    unknown: 'var(--color-unknown-soft)',
  },
}

/** Fixed colours for files: the light values of components/ui/tokens.css (a test keeps them equal). */
export const printPalette: Palette = {
  page: '#ffffff',
  ink: '#1a2027',
  muted: '#4b5765',
  grid: '#d5dbe2',
  target: '#1a2027',
  series: ['#00357a', '#8a2b66', '#0b7058', '#c85f14', '#5b93dd'],
  lights: { good: '#2e8b57', warning: '#c07a00', danger: '#b5362f', neutral: '#3f6fa8', unknown: '#7c8894' },
  soft: { good: '#e6f3e9', warning: '#fdf2d8', danger: '#fcecea', neutral: '#e6effa', unknown: '#eef1f4' },
  font: 'Source Sans 3',
}
