// Read into the page by BoardSpeedTests: the browser's own timing of what a person waits for.
window.measures = {
  /** Frames a second, and the slowest one in twenty, while something goes on. */
  async frames(action, length) {
    const times = [];
    let isOver = false;
    const record = (now) => {
      times.push(now);
      if (!isOver) {
        requestAnimationFrame(record);
      }
    };
    requestAnimationFrame(record);
    await action(length);
    isOver = true;
    const gaps = times.slice(1).map((time, index) => time - times[index]);
    gaps.sort((a, b) => a - b);
    return {
      perSecond: (gaps.length * 1000) / (times.at(-1) - times[0]),
      slow: gaps[Math.floor(gaps.length * 0.95)] ?? 0,
    };
  },

  /** Scrolls a list to and fro, a bit each frame. */
  scroll(selector, length) {
    const list = document.querySelector(selector);
    const until = performance.now() + length;
    let step = 40;
    return this.frames(
      () =>
        new Promise((done) => {
          const go = () => {
            list.scrollTop += step;
            if (list.scrollTop <= 0 || list.scrollTop + list.clientHeight >= list.scrollHeight - 1) {
              step = -step;
            }
            if (performance.now() < until) {
              requestAnimationFrame(go);
            } else {
              done();
            }
          };
          go();
        }),
    );
  },

  /** Records frames until stop is called: for what the mouse does from outside. */
  begin() {
    this.running = this.frames(
      () =>
        new Promise((done) => {
          this.stop = done;
        }),
    );
  },

  async end() {
    this.stop();
    return await this.running;
  },

  /** From the key to the frame that shows the card in the other list. */
  async untilMoved(card, list) {
    const isThere = () => document.querySelector(`${list} [data-card="${card}"]`) !== null;
    return await new Promise((done) => {
      let pressed = 0;
      document.addEventListener('keydown', () => (pressed ||= performance.now()), { capture: true });
      const observer = new MutationObserver(() => {
        if (pressed > 0 && isThere()) {
          observer.disconnect();
          // The frame after the next one has been painted.
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => done(performance.now() - pressed);
            channel.port2.postMessage(null);
          });
        }
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
  },

  /** Which cards in sight are touched in any way until one of them shows a text. */
  async touchedUntil(card, text) {
    const touched = new Set();
    return await new Promise((done) => {
      const observer = new MutationObserver((changes) => {
        for (const { target } of changes) {
          const tile = (target.nodeType === 1 ? target : target.parentElement)?.closest('[data-card]');
          if (tile) {
            touched.add(tile.dataset.card);
          }
        }
        if (document.querySelector(`[data-card="${card}"]`)?.textContent.includes(text)) {
          setTimeout(() => {
            observer.disconnect();
            done([...touched]);
          }, 300);
        }
      });
      observer.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
    });
  },
};
