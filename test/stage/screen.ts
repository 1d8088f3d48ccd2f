/** Enough of a screen for Phaser to boot without one: no pixels are drawn, everything else happens. */
const pen = (canvas: HTMLCanvasElement) =>
  new Proxy({ canvas } as Record<string, unknown>, {
    get(known, key: string) {
      if (key in known) return known[key]
      if (key === 'getImageData' || key === 'createImageData')
        return (_x: number, _y: number, w = 1, h = 1) => ({
          width: w,
          height: h,
          data: new Uint8ClampedArray(w * h * 4),
        })
      if (key === 'measureText') return (text: string) => ({ width: text.length * 7 })
      if (/^create(Linear|Radial|Conic)Gradient$/.test(key)) return () => ({ addColorStop() {} })
      return () => undefined
    },
    set(known, key: string, value) {
      known[key] = value
      return true
    },
  })

HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, type: string) {
  return type === '2d' ? pen(this) : null
} as never

/** Pictures arrive at once: Phaser waits for its own before it boots. */
class Picture {
  width = 32
  height = 32
  complete = false
  onload: (() => void) | null = null
  onerror: (() => void) | null = null
  #src = ''
  get src() {
    return this.#src
  }
  set src(value: string) {
    this.#src = value
    setTimeout(() => {
      this.complete = true
      this.onload?.()
    }, 0)
  }
  addEventListener(type: string, listener: () => void) {
    if (type === 'load') this.onload = listener
  }
  removeEventListener() {}
}
class Path {
  moveTo() {}
  lineTo() {}
  closePath() {}
  arc() {}
  rect() {}
}
Object.assign(globalThis, { Image: Picture, Path2D: Path })
Object.assign(window, { Image: Picture, focus() {} })
