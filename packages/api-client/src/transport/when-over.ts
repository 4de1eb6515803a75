/**
 * The same stream; `over` is called once when it has ended, broken or been cancelled.
 * @param errorOf what a break is told as
 */
export function whenOver(
  stream: ReadableStream<Uint8Array>,
  over: () => void,
  errorOf: (error: unknown) => Error,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) {
            controller.enqueue(value);
            return;
          }
          over();
          controller.close();
        } catch (error) {
          over();
          controller.error(errorOf(error));
        }
      },
      cancel(reason) {
        over();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
