import { answerOrders } from '../frame/answer-orders.ts';
import { flood, floodOrder } from '../http/flood.ts';

/** Floods a server from a process of its own. */
answerOrders(floodOrder, flood);
