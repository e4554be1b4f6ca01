import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { canCaptureDisplay, captureDisplay } from './display.ts';

const GREEN = [0, 255, 0];
let screen: HTMLCanvasElement;
let stream: MediaStream;
let ours: HTMLElement;

/** What the browser would share: a canvas that is red while our element can be seen on the page. */
beforeEach(() => {
  document.body.innerHTML = '<div id="ours" style="opacity:1">Ours</div>';
  ours = document.getElementById('ours') ?? document.body;
  screen = document.createElement('canvas');
  screen.width = 1280;
  screen.height = 800;
  const context = screen.getContext('2d');
  stream = screen.captureStream(30);
  const paint = () => {
    if (!context || stream.getTracks().every(({ readyState }) => readyState === 'ended')) return;
    context.fillStyle = getComputedStyle(ours).opacity === '0' ? '#00ff00' : '#ff0000';
    context.fillRect(0, 0, 1280, 800);
    requestAnimationFrame(paint);
  };
  paint();
  vi.spyOn(navigator.mediaDevices, 'getDisplayMedia').mockImplementation(async () => stream);
});
afterEach(() => {
  for (const track of stream.getTracks()) track.stop();
  vi.restoreAllMocks();
});

const near = (pixel: number[]) => pixel.map((value) => (value > 200 ? 255 : value < 60 ? 0 : value));

describe('a picture of the shared screen', () => {
  test('has its pixels without our own elements, which are back afterwards, and ends the sharing', async () => {
    const outcome = await captureDisplay({ exclude: [ours] });
    if (!outcome.ok) throw new Error(outcome.error.detail);
    const { bitmap, source, page, masks, scaledBy } = outcome.value;
    expect({ source, page, masks, scaledBy }).toEqual({
      source: 'display',
      page: null,
      masks: 0,
      scaledBy: 1,
    });
    expect([bitmap.width, bitmap.height]).toEqual([1280, 800]);
    expect(near([...(bitmap.getContext('2d')?.getImageData(640, 400, 1, 1).data ?? [])].slice(0, 3))).toEqual(
      GREEN,
    );
    expect(ours.getAttribute('style')?.replaceAll(' ', '')).toMatch(/^opacity:1;?$/);
    expect(stream.getTracks().map(({ readyState }) => readyState)).toEqual(['ended']);
  });

  test('is offered where the browser can share, and not in a frame that may not ask', () => {
    const policy = vi.fn(() => true);
    Object.defineProperty(document, 'featurePolicy', {
      value: { allowsFeature: policy },
      configurable: true,
    });
    expect(canCaptureDisplay()).toBe(true);
    policy.mockReturnValue(false);
    expect(canCaptureDisplay()).toBe(false);
    expect(policy).toHaveBeenCalledWith('display-capture');
    Reflect.deleteProperty(document, 'featurePolicy');
  });

  test('is refused where the user does not share, and says so', async () => {
    vi.mocked(navigator.mediaDevices.getDisplayMedia).mockRejectedValue(
      new DOMException('no', 'NotAllowedError'),
    );
    expect(await captureDisplay()).toMatchObject({ ok: false, error: { code: 'not-shared', detail: 'no' } });
  });

  test('is not taken once the user has cancelled, and the sharing ends', async () => {
    const controller = new AbortController();
    const taking = captureDisplay({ exclude: [ours], signal: controller.signal });
    await expect.poll(() => getComputedStyle(ours).opacity).toBe('0');
    controller.abort();
    expect(await taking).toMatchObject({ ok: false, error: { code: 'aborted' } });
    expect(getComputedStyle(ours).opacity).toBe('1');
    expect(stream.getTracks().map(({ readyState }) => readyState)).toEqual(['ended']);
  });
});
