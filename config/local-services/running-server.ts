/** A server that is ready, where clients find it, and how it is ended. */
export interface RunningServer {
  uri: string;
  /** With its version, as it is named on screen and beside figures. */
  engine: string;
  stop: () => Promise<void>;
}
