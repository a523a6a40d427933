import type { DeckColours } from './colours.ts'
import type { Chart, ChartSeries } from './slide.ts'
import { columnName } from './workbook.ts'
import { escapeXml } from './xml.ts'

type Look = { colours: DeckColours; language: string; font: string }

const textSize = 1200

/**
 * The chart as a part of the file (DrawingML chart, ISO/IEC 29500-1 part 21.2). Written by ourselves: a missing value has no
 * point at all, and the values beside the marks are the product's own texts, not numbers in the reader's format.
 */
export function chartPart(chart: Chart, { colours, language, font }: Look): string {
  const text = (colour: string) =>
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${textSize}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:latin typeface="${font}"/></a:defRPr></a:pPr><a:endParaRPr lang="${language}"/></a:p></c:txPr>`
  const lines = (colour: string) =>
    `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`
  const isLine = chart.kind === 'line'
  const series = chart.series.map((one, index) => seriesPart(chart, one, index, { colours, language, font })).join('')
  const axes = '<c:axId val="111"/><c:axId val="222"/>'
  const plot = isLine
    ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
    : `<c:barChart><c:barDir val="bar"/><c:grouping val="${chart.kind === 'stacked' ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series}<c:gapWidth val="45"/>${chart.kind === 'stacked' ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`
  const least = chart.fromZero && !hasNegative(chart) ? '<c:min val="0"/>' : ''
  // Bars are read from the top down: the axis of categories is turned, and the numbers stay below.
  const category = `<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="${isLine ? 'minMax' : 'maxMin'}"/></c:scaling><c:delete val="0"/><c:axPos val="${isLine ? 'b' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${lines(colours.muted)}${text(colours.ink)}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
  // Every bar has its value written beside it, in the product's own form: an axis would only repeat it in another.
  const values = `<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>${least}</c:scaling><c:delete val="${isLine ? 0 : 1}"/><c:axPos val="${isLine ? 'l' : 'b'}"/><c:majorGridlines>${lines(colours.rule)}</c:majorGridlines><c:numFmt formatCode="${escapeXml(chart.format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${text(colours.muted)}<c:crossAx val="111"/><c:crosses val="${isLine ? 'autoZero' : 'max'}"/><c:crossBetween val="between"/></c:valAx>`
  const named = chart.series.length > 1
  // The name of the chart says what its only line of values is; its targets are told apart by the legend.
  const measured = chart.series.filter(({ marker }) => marker !== 'none')
  const hidden =
    isLine && measured.length === 1 ? '<c:legendEntry><c:idx val="0"/><c:delete val="1"/></c:legendEntry>' : ''
  const legend = named
    ? `<c:legend><c:legendPos val="t"/>${hidden}<c:overlay val="0"/>${text(colours.ink)}</c:legend>`
    : ''
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="${language}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plot}${category}${values}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${text(colours.ink)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
}

const hasNegative = ({ series }: Chart): boolean =>
  series.some(({ values }) => values.some((value) => value?.startsWith('-')))

function seriesPart(chart: Chart, one: ChartSeries, index: number, look: Look): string {
  const { name, values, colour, dash, marker } = one
  const column = columnName(index + 1)
  const last = chart.categories.length + 1
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
  const isLine = chart.kind === 'line'
  const shape = isLine ? `<a:ln w="28575" cap="rnd">${fill}<a:prstDash val="${dash}"/><a:round/></a:ln>` : `${fill}`
  const mark = isLine
    ? `<c:marker><c:symbol val="${marker}"/>${marker === 'none' ? '' : `<c:size val="8"/><c:spPr>${fill}<a:ln>${fill}</a:ln></c:spPr>`}</c:marker>`
    : '<c:invertIfNegative val="0"/>'
  const points = values.map((value, at) =>
    value === null ? '' : `<c:pt idx="${at}"><c:v>${escapeXml(value)}</c:v></c:pt>`,
  )
  const names = chart.categories.map((text, at) => `<c:pt idx="${at}"><c:v>${escapeXml(text)}</c:v></c:pt>`)
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>` +
    `<c:spPr>${shape}</c:spPr>${mark}${labelsPart(chart, one, look)}` +
    `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${last}</c:f><c:strCache><c:ptCount val="${names.length}"/>${names.join('')}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numCache></c:numRef></c:val>` +
    `${isLine ? '<c:smooth val="0"/>' : ''}</c:ser>`
  )
}

/** The values as they are written everywhere else, beside their marks; a line with many points tells its last one. */
function labelsPart(chart: Chart, { labels }: ChartSeries, { colours, language, font }: Look): string {
  const place = { line: 't', bars: 'outEnd', stacked: 'ctr' }[chart.kind]
  const ink = chart.kind === 'stacked' ? colours.page : colours.ink
  const shows = (value: 0 | 1) =>
    `<c:showLegendKey val="0"/><c:showVal val="${value}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`
  const known = labels.flatMap((label, at) => (label === null ? [] : [at]))
  const many = chart.kind === 'line' && (known.length > 8 || chart.series.length > 2)
  const shown = many ? known.slice(-1) : known
  const made = shown.map(
    (at) =>
      `<c:dLbl><c:idx val="${at}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r><a:rPr lang="${language}" sz="${textSize}"><a:solidFill><a:srgbClr val="${ink}"/></a:solidFill><a:latin typeface="${font}"/></a:rPr><a:t>${escapeXml(labels[at] ?? '')}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="${place}"/>${shows(1)}</c:dLbl>`,
  )
  return `<c:dLbls>${made.join('')}${shows(0)}</c:dLbls>`
}
