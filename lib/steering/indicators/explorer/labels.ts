import type { ExplorerAxis, ExplorerProblem, ExplorerShape } from '@/lib/steering/indicators/explorer/model'
import type { PictureFormat } from '@/lib/steering/indicators/explorer/pictures/model'

export const explorerShapeLabels: Record<ExplorerShape, string> = {
  line: 'explorer.shape.line',
  bars: 'explorer.shape.bars',
  small: 'explorer.shape.small',
  table: 'explorer.shape.table',
}

export const explorerAxisLabels: Record<ExplorerAxis, string> = {
  common: 'explorer.axis.common',
  own: 'explorer.axis.own',
}

export const explorerProblemLabels: Record<ExplorerProblem, string> = {
  indicator_form: 'explorer.problem.indicatorForm',
  indicator_missing: 'explorer.problem.indicatorMissing',
  too_many: 'explorer.problem.tooMany',
  unit: 'explorer.problem.unit',
  investment: 'explorer.problem.investment',
  time: 'explorer.problem.time',
  order: 'explorer.problem.order',
  publication: 'explorer.problem.publication',
  part: 'explorer.problem.part',
  shape: 'explorer.problem.shape',
  axis: 'explorer.problem.axis',
  text: 'explorer.problem.text',
}

export const pictureFormatLabels: Record<PictureFormat, string> = {
  svg: 'explorer.picture.svg',
  png: 'explorer.picture.png',
}
