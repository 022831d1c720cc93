/** Words of every title, which find everything and tell nothing. */
const STOCK =
  /关于|的建议|的议案|建议|进一步|加强|加快|加大|推进|推动|完善|规范|提升|提高|优化|健全|建立|改善|促进|解决|做好|开展|落实|工作|问题|情况|力度|管理|建设|服务/gu

const WINDOW = 4
const STEP = 2

/**
 * Pieces of a title to look for, at most `most`: each run between stock words, long ones as windows of four characters, so that
 * 既有住宅加装电梯 is found where only 加装电梯 stands. Spread over the whole title where there are too many.
 */
export function fragmentsOf(title: string, most: number): string[] {
  const runs = title
    .normalize('NFKC')
    .replaceAll(STOCK, '|')
    .split(/[^\p{L}\p{N}]+/u)
    .map((run) => [...run])
  const pieces = [...new Set(runs.flatMap(windowsOf))]
  if (pieces.length <= most) return pieces
  return Array.from({ length: most }, (_, at) => pieces[Math.floor((at * pieces.length) / most)]!)
}

function windowsOf(run: readonly string[]): string[] {
  if (run.length < 2) return []
  if (run.length <= WINDOW) return [run.join('')]
  const starts = Array.from({ length: Math.floor((run.length - WINDOW) / STEP) + 1 }, (_, at) => at * STEP)
  if (starts.at(-1) !== run.length - WINDOW) starts.push(run.length - WINDOW)
  return starts.map((start) => run.slice(start, start + WINDOW).join(''))
}
