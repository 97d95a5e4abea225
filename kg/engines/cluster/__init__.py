"""Apache Spark: what the engine ``spark`` and the shards that it writes run on."""
