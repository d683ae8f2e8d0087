-- network.sql - what a process keeps of the network, in the order in which it is searched.

-- statement network_version(): one network_version
SELECT caches FROM network_state;

-- statement network_nodes(): many tree_node
SELECT id, parent_id FROM node ORDER BY id;

-- statement network_settings(): many setting_value
SELECT node_id, setting_key, value FROM setting ORDER BY node_id, BINARY setting_key;
