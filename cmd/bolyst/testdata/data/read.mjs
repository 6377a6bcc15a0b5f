// Reads the JSON-stat and the Parquet file of a folder with libraries that are not ours, and prints what they say: the figures
// of each, with the columns of the long form, and what is known of each Parquet column without reading its rows.
import fs from 'node:fs'
import path from 'node:path'
import JSONstat from 'jsonstat-toolkit'
import { asyncBufferFromFile, parquetMetadata, parquetReadObjects } from 'hyparquet'

const folder = process.argv[2]
const measures = ['value', 'low', 'high', 'numerator', 'denominator', 'unknown', 'immature', 'target']

function fromJSONStat(file) {
  const collection = JSONstat(JSON.parse(fs.readFileSync(file, 'utf8')))
  const figures = []
  for (let i = 0; i < collection.length; i++) {
    const set = collection.Dataset(i)
    const { geo, time, metric } = set.role
    if (set.class !== 'dataset' || String([geo, time, metric]) !== 'region,period,measure') throw new Error(`dataset ${i}: ${set.error}`)
    const found = new Map()
    set.Unflatten((at, cell) => {
      if (cell.value === null && cell.status === null) return
      const group = at.group === 'total' ? ['', ''] : [at.group.slice(0, at.group.indexOf(':')), at.group.slice(at.group.indexOf(':') + 1)]
      const key = [at.region, at.programme, at.period, at.group].join('\n')
      if (!found.has(key)) {
        const f = { indicator: set.extension.indicator, version: set.extension.version, unit: set.extension.unit, programme: at.programme,
          period: at.period, breakdown: group[0], category: group[1], region: at.region === '0' ? '' : at.region, sign: '' }
        for (const m of measures) f[m] = null
        found.set(key, f)
      }
      const f = found.get(key)
      f[at.measure] = cell.value
      if (cell.status) f.sign = cell.status
    })
    figures.push(...found.values())
  }
  return figures
}

async function fromParquet(name) {
  const file = await asyncBufferFromFile(name)
  const rows = await parquetReadObjects({ file })
  const about = {}
  for (const group of parquetMetadata(await file.slice(0, file.byteLength)).row_groups) {
    for (const { meta_data: column } of group.columns) {
      if (column.type !== 'DOUBLE') continue
      const s = column.statistics
      about[column.path_in_schema[0]] = { least: s.min_value ?? null, most: s.max_value ?? null, absent: Number(s.null_count) }
    }
  }
  return { rows, about }
}

console.log(JSON.stringify({
  stat: fromJSONStat(path.join(folder, 'figures-json-stat.json')),
  parquet: await fromParquet(path.join(folder, 'figures.parquet')),
}))
