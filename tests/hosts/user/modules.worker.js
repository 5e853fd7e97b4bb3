//! A worker with every module: do they answer at the edge?

import { answers } from "./modules.js";

export default {
  async fetch() {
    return Response.json(await answers());
  },
};
